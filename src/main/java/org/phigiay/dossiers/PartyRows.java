package org.phigiay.dossiers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How [Party] stands in `dossiers.party`: no row for oneself.
final class PartyRows {
    private PartyRows() {}

    /// The rows to insert, none or one.
    static ArrayNode json(Party party) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        if (party.representation() == Representation.SELF) {
            return rows;
        }
        ObjectNode row = rows.addObject();
        row.put("kind", party.representation().name());
        row.put("name", party.name());
        switch (party) {
            case Party.Self _ -> {}
            case Party.Ward ward -> {
                row.put("personal_number", ward.personalNumber());
                row.put("birth_date", ward.birthDate().toString());
                row.put("care", ward.care().name());
            }
            case Party.Principal principal -> {
                row.put("personal_number", principal.personalNumber());
                row.put("birth_date", principal.birthDate().toString());
            }
            case Party.PrincipalBody body -> row.put("tax_code", body.taxCode());
            case Party.AccountBody body -> row.put("tax_code", body.taxCode());
        }
        return rows;
    }

    static Party party(ResultSet row) throws SQLException {
        String name = row.getString("name");
        @Nullable String number = row.getString("personal_number");
        @Nullable LocalDate born = row.getObject("birth_date", LocalDate.class);
        @Nullable String taxCode = row.getString("tax_code");
        return switch (Representation.valueOf(row.getString("kind"))) {
            case SELF -> Party.SELF;
            case GUARDIAN -> new Party.Ward(name, number, there(born), Party.Care.valueOf(row.getString("care")));
            case AUTHORISED ->
                taxCode == null
                        ? new Party.Principal(name, there(number), there(born))
                        : new Party.PrincipalBody(name, taxCode);
            case ORGANISATION -> new Party.AccountBody(name, there(taxCode));
        };
    }

    private static <T> T there(@Nullable T value) {
        return java.util.Objects.requireNonNull(value);
    }
}
