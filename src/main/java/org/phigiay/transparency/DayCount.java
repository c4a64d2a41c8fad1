package org.phigiay.transparency;

/// What happened at an agency on a day, or on several days together.
///
/// @param filed filed
/// @param received received
/// @param onTime finished not later than due
/// @param late finished after it was due
/// @param refused refused with a clause
/// @param withdrawn withdrawn by the citizen
/// @param waitedTooLong waited more than eight working hours for reception
/// @param rated rated by citizens
/// @param stars sum of their stars, one to five each
public record DayCount(
        int filed,
        int received,
        int onTime,
        int late,
        int refused,
        int withdrawn,
        int waitedTooLong,
        int rated,
        int stars) {
    public static final DayCount NONE = new DayCount(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public DayCount plus(DayCount o) {
        return new DayCount(
                filed + o.filed,
                received + o.received,
                onTime + o.onTime,
                late + o.late,
                refused + o.refused,
                withdrawn + o.withdrawn,
                waitedTooLong + o.waitedTooLong,
                rated + o.rated,
                stars + o.stars);
    }

    DayCount filed(int n) {
        return plus(new DayCount(n, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    DayCount received(int n) {
        return plus(new DayCount(0, n, 0, 0, 0, 0, 0, 0, 0));
    }

    DayCount onTime(int n) {
        return plus(new DayCount(0, 0, n, 0, 0, 0, 0, 0, 0));
    }

    DayCount late(int n) {
        return plus(new DayCount(0, 0, 0, n, 0, 0, 0, 0, 0));
    }

    DayCount refused(int n) {
        return plus(new DayCount(0, 0, 0, 0, n, 0, 0, 0, 0));
    }

    DayCount withdrawn(int n) {
        return plus(new DayCount(0, 0, 0, 0, 0, n, 0, 0, 0));
    }

    DayCount waitedTooLong(int n) {
        return plus(new DayCount(0, 0, 0, 0, 0, 0, n, 0, 0));
    }

    DayCount rated(int n, int sum) {
        return plus(new DayCount(0, 0, 0, 0, 0, 0, 0, n, sum));
    }
}
