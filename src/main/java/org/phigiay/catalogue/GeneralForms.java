package org.phigiay.catalogue;

import java.util.List;
import java.util.Optional;
import org.phigiay.catalogue.CatalogueStore.Edition;
import org.phigiay.forms.FormRef;
import org.phigiay.forms.FormSource;
import org.phigiay.shared.ProcedureCode;
import org.springframework.stereotype.Service;

/// Makes the general form of a procedure from the national text it was announced with.
@Service
class GeneralForms implements FormSource {

    private final CatalogueStore store;

    GeneralForms(CatalogueStore store) {
        this.store = store;
    }

    @Override
    public Optional<String> body(FormRef ref) {
        return GeneralForm.procedure(ref)
                .flatMap(code -> text(code, GeneralForm.national(ref)))
                .map(text -> GeneralForm.body(text, ref));
    }

    private Optional<ProcedureVersion> text(ProcedureCode code, int version) {
        return store.editions(List.of(code)).getOrDefault(code, List.of()).stream()
                .map(Edition::national)
                .filter(text -> text.version() == version)
                .findFirst();
    }
}
