package org.phigiay.shared;

/// A post (vị trí việc làm) in an agency, such as `H99.01/ho-tich`. The public sees posts, never persons.
public record PostCode(String value) implements Comparable<PostCode> {

    /// The agency the post belongs to: what stands before the slash.
    public AgencyCode agency() {
        int slash = value.indexOf('/');
        return new AgencyCode(slash < 0 ? value : value.substring(0, slash));
    }

    @Override
    public int compareTo(PostCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
