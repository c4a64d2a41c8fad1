package org.phigiay.guidance;

import org.jspecify.annotations.Nullable;

/// Chỗ cần sửa: one place in a text that could be plainer.
///
/// @param rule the rule that noticed it
/// @param where name of the passage, as it was given; empty when the finding is about the whole text
/// @param passage the sentence, or the words, in question; empty when the finding is about the whole text
/// @param words the very words to replace, null when the sentence as a whole is meant
/// @param instead what to write instead; in brackets when it is advice and not words to copy; null when there is none
/// @param blocks whether the rule's block limit is passed in this text
public record Finding(
        PlainRule rule,
        String where,
        String passage,
        @Nullable String words,
        @Nullable String instead,
        boolean blocks) {}
