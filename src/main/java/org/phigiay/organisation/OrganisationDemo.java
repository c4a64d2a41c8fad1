package org.phigiay.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.DemoLoader;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.Role;
import org.springframework.stereotype.Component;

/// The invented province with its two invented communes: no such places exist.
@Component
class OrganisationDemo implements DemoLoader {

    private static final LocalDate FOUNDED = LocalDate.of(2025, 7, 1);
    private static final Bilingual HOURS = new Bilingual(
            "Thứ Hai đến thứ Sáu, 07:30–11:30 và 13:30–17:00", "Monday to Friday, 07:30–11:30 and 13:30–17:00");
    private static final AgencyCode PROVINCE = new AgencyCode("H99");

    private final Organisation organisation;

    private record Seat(String name, String unit, String title, String englishTitle, Role role) {}

    private static final List<Seat> SEATS = List.of(
            new Seat("mot-cua", "01", "Cán bộ một cửa", "One-stop desk officer", Role.DESK),
            new Seat("ho-tich", "04", "Công chức tư pháp - hộ tịch", "Civil-status officer", Role.OFFICER),
            new Seat("kinh-te", "03", "Công chức phòng Kinh tế", "Economy officer", Role.OFFICER),
            new Seat("dia-chinh", "03", "Công chức địa chính - xây dựng", "Land and building officer", Role.OFFICER),
            new Seat("van-hoa-xa-hoi", "05", "Công chức văn hóa - xã hội", "Culture and society officer", Role.OFFICER),
            new Seat("cong-an", "06", "Cán bộ công an xã", "Commune police officer", Role.OFFICER),
            new Seat("lanh-dao", "02", "Phó Chủ tịch Ủy ban nhân dân xã", "Vice-chair of the commune", Role.LEADER),
            new Seat("van-thu", "02", "Văn thư", "Records clerk", Role.CLERK),
            new Seat("giam-sat", "02", "Cán bộ giám sát", "Inspector", Role.INSPECTOR),
            new Seat("quan-tri", "02", "Quản trị hệ thống", "System administrator", Role.ADMINISTRATOR),
            new Seat("danh-muc", "02", "Quản trị danh mục thủ tục", "Keeper of the catalogue", Role.CATALOGUE));

    private static final List<Seat> PROVINCE_SEATS = List.of(
            new Seat("mot-cua", "00.01", "Cán bộ một cửa tỉnh", "One-stop desk officer of the province", Role.DESK),
            new Seat("chuyen-vien", "00.02", "Chuyên viên", "Officer of the province", Role.OFFICER),
            new Seat(
                    "lanh-dao",
                    "00.02",
                    "Phó Chủ tịch Ủy ban nhân dân tỉnh",
                    "Vice-chair of the province",
                    Role.LEADER),
            new Seat("van-thu", "00.02", "Văn thư", "Records clerk", Role.CLERK));

    OrganisationDemo(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void load() {
        var agencies = new ArrayList<Agency>();
        var units = new ArrayList<Unit>();
        var posts = new ArrayList<Post>();
        agencies.add(agency(
                "H99",
                "000.00.00.H99",
                "Ủy ban nhân dân tỉnh Thử Nghiệm",
                "People's Committee of Thử Nghiệm province",
                AgencyKind.PROVINCE,
                null,
                "Thử Nghiệm",
                "Số 1 đường Mẫu, tỉnh Thử Nghiệm",
                "0200 000 0100",
                "ubnd@thunghiem.example"));
        agencies.add(agency(
                "H99.01",
                "000.00.01.H99",
                "Ủy ban nhân dân xã An Bình Mẫu",
                "People's Committee of An Bình Mẫu commune",
                AgencyKind.COMMUNE,
                PROVINCE,
                "An Bình Mẫu",
                "Số 12 đường Lúa Chín, xã An Bình Mẫu, tỉnh Thử Nghiệm",
                "0200 000 0101",
                "motcua@anbinhmau.example"));
        agencies.add(agency(
                "H99.02",
                "000.00.02.H99",
                "Ủy ban nhân dân xã Hòa Lạc Mẫu",
                "People's Committee of Hòa Lạc Mẫu commune",
                AgencyKind.COMMUNE,
                PROVINCE,
                "Hòa Lạc Mẫu",
                "Số 5 đường Bến Đò, xã Hòa Lạc Mẫu, tỉnh Thử Nghiệm",
                "0200 000 0102",
                "motcua@hoalacmau.example"));
        for (String commune : List.of("H99.01", "H99.02")) {
            units.addAll(unitsOf(commune));
            SEATS.forEach(seat -> posts.add(post(commune, seat)));
        }
        units.add(unit(
                "H99",
                "00.01",
                "Trung tâm Phục vụ hành chính công tỉnh",
                "One-stop public service centre of the province"));
        units.add(unit("H99", "00.02", "Văn phòng Ủy ban nhân dân tỉnh", "Office of the People's Committee"));
        PROVINCE_SEATS.forEach(seat -> posts.add(post("H99", seat)));
        organisation.establish(Actor.SYSTEM, agencies, units, posts);
    }

    private static Post post(String agency, Seat seat) {
        return new Post(
                new PostCode(agency + "/" + seat.name),
                new AgencyCode(agency),
                agency + "." + seat.unit,
                seat.title,
                seat.englishTitle,
                seat.role,
                FOUNDED,
                null);
    }

    private static Agency agency(
            String code,
            String oldCode,
            String name,
            String englishName,
            AgencyKind kind,
            @Nullable AgencyCode parent,
            String place,
            String address,
            String phone,
            String email) {
        return new Agency(
                new AgencyCode(code),
                oldCode,
                name,
                englishName,
                kind,
                parent,
                place,
                address,
                phone,
                email,
                HOURS,
                "UBND",
                FOUNDED,
                null);
    }

    private static List<Unit> unitsOf(String commune) {
        return List.of(
                unit(commune, "01", "Trung tâm Phục vụ hành chính công", "One-stop public service centre"),
                unit(
                        commune,
                        "02",
                        "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
                        "Office of the People's Council and Committee"),
                unit(commune, "03", "Phòng Kinh tế", "Economy section"),
                unit(commune, "04", "Tư pháp - hộ tịch", "Civil-status section"),
                unit(commune, "05", "Phòng Văn hóa - Xã hội", "Culture and society section"),
                unit(commune, "06", "Công an xã", "Commune police"));
    }

    private static Unit unit(String commune, String number, String name, String englishName) {
        return new Unit(commune + "." + number, new AgencyCode(commune), name, englishName, FOUNDED, null);
    }
}
