package org.phigiay.search;

import java.util.List;
import org.phigiay.catalogue.ChannelKind;
import org.phigiay.catalogue.Guide;
import org.phigiay.catalogue.Level;
import org.phigiay.catalogue.Paper;
import org.phigiay.catalogue.Procedure;
import org.phigiay.catalogue.ProcedureVersion;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Bilingual;

/// Makes of a procedure what is searched of it.
final class Documents {

    private Documents() {}

    static SearchDocument of(Procedure procedure) {
        ProcedureVersion text = procedure.national();
        Guide guide = procedure.guidance() == null ? null : procedure.guidance().guide();
        return new SearchDocument(
                procedure.code().value(),
                text.title().vi(),
                procedure.plainTitle(),
                guide == null ? List.of() : guide.phrases(),
                text.field().vi(),
                text.keywords(),
                text.results().stream().map(result -> result.name().vi()).toList(),
                text.cases().stream()
                        .flatMap(each -> each.papers().stream())
                        .map(Paper::name)
                        .toList(),
                text.requirements(),
                text.steps(),
                text.levels().stream().map(Level::name).toList(),
                procedure.agencies().stream().map(AgencyCode::value).toList(),
                text.audience().vi(),
                english(
                        text.title(),
                        procedure.guidance() == null
                                ? null
                                : procedure.guidance().plainTitle()),
                procedure.fileable() || text.by(ChannelKind.ONLINE),
                procedure.fileable());
    }

    private static List<String> english(Bilingual title, @org.jspecify.annotations.Nullable Bilingual plain) {
        return java.util.stream.Stream.of(title, plain)
                .filter(java.util.Objects::nonNull)
                .filter(each -> !each.en().isBlank() && !each.en().equals(each.vi()))
                .map(Bilingual::en)
                .toList();
    }
}
