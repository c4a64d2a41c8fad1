package org.phigiay.catalogue;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.forms.FormRef;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.ProcedureCode;

/// Hướng dẫn: how this installation offers a procedure, in its own plain words: the form, the papers asked for, what is
/// promised and charged. It stands beside the national text and neither overwrites the other.
///
/// @param version counts from 1
/// @param plainTitle the procedure in everyday words
/// @param form what the person answers, null while it cannot be filed here
/// @param channels what is promised and charged; every one states its term and its fee
/// @param components the papers asked for
public record Guidance(
        ProcedureCode code,
        int version,
        Bilingual plainTitle,
        @Nullable FormRef form,
        List<Channel> channels,
        List<Component> components,
        Guide guide) {

    /// @throws IllegalArgumentException when it contradicts itself
    public Guidance {
        channels = List.copyOf(channels);
        components = List.copyOf(components);
        if (version < 1) {
            throw new IllegalArgumentException(code + " has no version " + version);
        }
        if (form != null && channels.isEmpty()) {
            throw new IllegalArgumentException(code + " has a form and no channel that promises a term");
        }
        for (Channel channel : channels) {
            if (channel.term() == null || channel.fee() == null) {
                throw new IllegalArgumentException(code + " leaves the term or the fee of " + channel.kind() + " open");
            }
        }
        var codes = new HashSet<String>();
        for (Component component : components) {
            if (!codes.add(component.code())) {
                throw new IllegalArgumentException(code + " has two components " + component.code());
            }
        }
    }
}
