package org.phigiay.wallet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.phigiay.files.FileId;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Params;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// All SQL on the register of issued results.
@Component
class WalletStore {
    private final JdbcClient jdbc;

    WalletStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean insert(Wallet.NewResult result, String initials) {
        return jdbc.sql("""
                        insert into wallet.result (code, holder, initials, agency, dossier, dossier_code, type_code, title,
                               number, signer_post, signer_name, signed_at, file, sha256, valid_until)
                        values (:code, :holder, :initials, :agency, :dossier, :dossierCode, :typeCode, :title,
                                :number, :signerPost, :signerName, :signedAt, :file, :sha256,
                                cast(:validUntil as date))
                        """)
                        .paramSource(Params.of(result, "initials", initials))
                        .update()
                == 1;
    }

    List<KeptResult> of(PersonId holder) {
        return jdbc.sql("select * from wallet.result where holder = :holder order by issued_at desc limit 200")
                .param("holder", holder.value())
                .query(WalletStore::result)
                .list();
    }

    Optional<KeptResult> byCode(String code) {
        return jdbc.sql("select * from wallet.result where code = :code")
                .param("code", code)
                .query(WalletStore::result)
                .optional();
    }

    Optional<KeptResult> byHash(String sha256) {
        return jdbc.sql("select * from wallet.result where sha256 = :sha256")
                .param("sha256", sha256)
                .query(WalletStore::result)
                .optional();
    }

    private static KeptResult result(ResultSet row, int i) throws SQLException {
        OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return new KeptResult(
                row.getString("code"),
                new PersonId(row.getObject("holder", UUID.class)),
                row.getString("initials"),
                new AgencyCode(row.getString("agency")),
                row.getObject("dossier", UUID.class),
                row.getString("dossier_code"),
                row.getString("type_code"),
                row.getString("title"),
                row.getString("number"),
                new PostCode(row.getString("signer_post")),
                row.getString("signer_name"),
                row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                new FileId(row.getObject("file", UUID.class)),
                row.getString("sha256"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getObject("valid_until", LocalDate.class),
                revoked == null ? null : revoked.toInstant(),
                row.getString("revoked_reason"));
    }
}
