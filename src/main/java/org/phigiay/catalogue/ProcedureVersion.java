package org.phigiay.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.ProcedureCode;

/// Nội dung thủ tục do bộ công bố: one version of the national text of a procedure. What Decree 63/2010/NĐ-CP obliges
/// to publish is all here: name, steps, channels, papers, term, who may, who performs, results, fees, legal basis.
/// What the announcement leaves unsaid is empty here; nothing is guessed.
///
/// @param code national code; `1.001193`, or with a province's suffix
/// @param version counts from 1
/// @param from first day on which it applies
/// @param title official title
/// @param field lĩnh vực
/// @param audience who may use it, in the announced words
/// @param steps trình tự thực hiện; paragraphs are separated by line ends
/// @param requirements yêu cầu, điều kiện
/// @param keywords words the announcement gives for searching
/// @param source where the text was read, such as an address; empty when it came with the program
public record ProcedureVersion(
        ProcedureCode code,
        int version,
        LocalDate from,
        Announcement announcement,
        Bilingual title,
        Bilingual field,
        Bilingual audience,
        List<Level> levels,
        List<Channel> channels,
        List<Case> cases,
        String steps,
        String requirements,
        List<ResultType> results,
        List<LegalBasis> legalBasis,
        Authorities authorities,
        String keywords,
        String source) {

    /// `D.NNNNNN`, or with an agency's suffix in the style of QCVN 102:2016.
    public static final Pattern CODE = Pattern.compile("\\d\\.\\d{6}(\\.\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Z]\\d{2})?");

    /// @throws IllegalArgumentException when it has no usable code, version or title
    public ProcedureVersion {
        levels = List.copyOf(levels);
        channels = List.copyOf(channels);
        cases = List.copyOf(cases);
        results = List.copyOf(results);
        legalBasis = List.copyOf(legalBasis);
        if (!CODE.matcher(code.value()).matches()) {
            throw new IllegalArgumentException("Not a procedure code: " + code);
        }
        if (version < 1 || title.vi().isBlank()) {
            throw new IllegalArgumentException(code + " lacks a version or a title");
        }
    }

    /// The same text as another version, in force from another day.
    public ProcedureVersion as(int number, LocalDate day) {
        return new ProcedureVersion(
                code,
                number,
                day,
                announcement,
                title,
                field,
                audience,
                levels,
                channels,
                cases,
                steps,
                requirements,
                results,
                legalBasis,
                authorities,
                keywords,
                source);
    }

    /// Whether the dossier can be handed in through that channel.
    public boolean by(ChannelKind kind) {
        return channels.stream().anyMatch(channel -> channel.kind() == kind);
    }
}
