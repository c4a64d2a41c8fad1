package org.phigiay.catalogue;

/// Giấy tờ: a line of the national list of papers, in the words in which it was announced.
///
/// @param formFile name of the blank form that was published with it, empty when there is none
/// @param originals bản chính; each count is [#UNREADABLE] when the announcement garbles it
/// @param certified bản sao chứng thực
/// @param copies bản sao
public record Paper(String name, String formFile, int originals, int certified, int copies) {

    /// Stands for a count that the announcement garbles.
    public static final int UNREADABLE = -1;

    /// @throws IllegalArgumentException when a count is negative and not [#UNREADABLE]
    public Paper {
        if (originals < UNREADABLE || certified < UNREADABLE || copies < UNREADABLE) {
            throw new IllegalArgumentException("A count of papers is not negative: " + name);
        }
    }

    /// Whether a count is garbled.
    public boolean unreadable() {
        return originals == UNREADABLE || certified == UNREADABLE || copies == UNREADABLE;
    }

    /// Whether the line asks for nothing: then it is a remark that stands among the papers.
    public boolean note() {
        return originals == 0 && certified == 0 && copies == 0;
    }
}
