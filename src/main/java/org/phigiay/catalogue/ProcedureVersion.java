package org.phigiay.catalogue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.phigiay.forms.FormRef;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.ProcedureCode;

/// Nội dung thủ tục do bộ công bố: one version of the national text of a procedure. What Decree 63/2010/NĐ-CP obliges
/// to
/// publish is all here: name, steps, channels, papers, term, who may, who performs, results, fees, legal basis.
///
/// @param code national code; `1.001193`, or with a province's suffix
/// @param version counts from 1
/// @param from first day on which it applies
/// @param title official title
/// @param plainTitle the same thing in everyday words
/// @param field lĩnh vực
/// @param form what the person answers
/// @param channels at least one; the first is the one shown first
public record ProcedureVersion(
        ProcedureCode code,
        int version,
        LocalDate from,
        Announcement announcement,
        Bilingual title,
        Bilingual plainTitle,
        Bilingual field,
        Bilingual audience,
        List<Level> levels,
        FormRef form,
        List<Channel> channels,
        List<Component> components,
        List<ResultType> results,
        List<LegalBasis> legalBasis,
        Guide guide) {

    private static final Pattern CODE = Pattern.compile("[123]\\.\\d{6}(\\.\\d{3}\\.\\d{2}\\.\\d{2}\\.H\\d{2})?");

    /// @throws IllegalArgumentException when it contradicts itself
    public ProcedureVersion {
        levels = List.copyOf(levels);
        channels = List.copyOf(channels);
        components = List.copyOf(components);
        results = List.copyOf(results);
        legalBasis = List.copyOf(legalBasis);
        if (!CODE.matcher(code.value()).matches()) {
            throw new IllegalArgumentException("Not a procedure code: " + code);
        }
        if (version < 1 || channels.isEmpty() || results.isEmpty() || legalBasis.isEmpty()) {
            throw new IllegalArgumentException(code + " lacks a version, a channel, a result or a legal basis");
        }
        var codes = new HashSet<String>();
        for (Component component : components) {
            if (!codes.add(component.code())) {
                throw new IllegalArgumentException(code + " has two components " + component.code());
            }
        }
    }
}
