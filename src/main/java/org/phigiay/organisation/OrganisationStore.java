package org.phigiay.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.Params;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of the schema `organisation`.
@Repository
class OrganisationStore {

    private final JdbcClient jdbc;

    OrganisationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long revision() {
        return jdbc.sql("select revision from organisation.revision")
                .query(Long.class)
                .single();
    }

    void raiseRevision() {
        jdbc.sql("update organisation.revision set revision = revision + 1").update();
    }

    List<Agency> agencies() {
        return jdbc.sql("select * from organisation.agency order by code, valid_from")
                .query((row, n) -> new Agency(
                        new AgencyCode(row.getString("code")),
                        row.getString("old_code"),
                        row.getString("name"),
                        row.getString("english_name"),
                        AgencyKind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getString("parent"))
                                .map(AgencyCode::new)
                                .orElse(null),
                        row.getString("place"),
                        row.getString("address"),
                        row.getString("phone"),
                        row.getString("email"),
                        new Bilingual(row.getString("hours"), row.getString("english_hours")),
                        row.getString("symbol"),
                        row.getObject("valid_from", LocalDate.class),
                        to(row)))
                .list();
    }

    List<Unit> units() {
        return jdbc.sql("select * from organisation.unit order by code, valid_from")
                .query((row, n) -> new Unit(
                        row.getString("code"),
                        new AgencyCode(row.getString("agency")),
                        row.getString("name"),
                        row.getString("english_name"),
                        row.getObject("valid_from", LocalDate.class),
                        to(row)))
                .list();
    }

    List<Post> posts() {
        return jdbc.sql("select * from organisation.post order by code, valid_from")
                .query((row, n) -> new Post(
                        new PostCode(row.getString("code")),
                        new AgencyCode(row.getString("agency")),
                        row.getString("unit"),
                        row.getString("title"),
                        row.getString("english_title"),
                        Role.valueOf(row.getString("role")),
                        row.getObject("valid_from", LocalDate.class),
                        to(row)))
                .list();
    }

    /// @return whether a row was added; false when there is one with the same code and first day
    boolean insert(Agency agency) {
        return jdbc.sql("""
                        insert into organisation.agency (code, old_code, name, english_name, kind, parent, place, address,
                            phone, email, hours, english_hours, symbol, valid_from, valid_to)
                        values (:code, :oldCode, :name, :englishName, :kind, :parent, :place, :address,
                            :phone, :email, :hours, :englishHours, :symbol, :from, :to)
                        on conflict do nothing
                        """)
                        .paramSource(Params.pairs("code", agency.code())
                                .put("oldCode", agency.oldCode())
                                .put("name", agency.name())
                                .put("englishName", agency.englishName())
                                .put("kind", agency.kind())
                                .put("parent", agency.parent())
                                .put("place", agency.place())
                                .put("address", agency.address())
                                .put("phone", agency.phone())
                                .put("email", agency.email())
                                .put("hours", agency.hours().vi())
                                .put("englishHours", agency.hours().en())
                                .put("symbol", agency.symbol())
                                .put("from", agency.from())
                                .put("to", agency.to()))
                        .update()
                == 1;
    }

    boolean insert(Unit unit) {
        return jdbc.sql("""
                        insert into organisation.unit (code, agency, name, english_name, valid_from, valid_to)
                        values (:code, :agency, :name, :englishName, :from, :to)
                        on conflict do nothing
                        """).paramSource(Params.of(unit)).update() == 1;
    }

    boolean insert(Post post) {
        return jdbc.sql("""
                        insert into organisation.post (code, agency, unit, title, english_title, role, valid_from, valid_to)
                        values (:code, :agency, :unit, :title, :englishTitle, :role, :from, :to)
                        on conflict do nothing
                        """).paramSource(Params.of(post)).update() == 1;
    }

    private static @Nullable LocalDate to(ResultSet row) throws SQLException {
        return row.getObject("valid_to", LocalDate.class);
    }
}
