package org.phigiay.ui;

/// A number with what it counts: "12" "hồ sơ nhận hôm nay".
///
/// @param number as its language writes it
/// @param words what it counts, after the number
/// @param href where the things counted are listed, empty for nowhere
public record Figure(String number, String words, String href) {
    public static Figure of(String number, String words) {
        return new Figure(number, words, "");
    }
}
