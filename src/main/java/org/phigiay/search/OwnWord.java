package org.phigiay.search;

/// An entry of the vocabulary that an officer laid over the shipped ones.
///
/// @param removed whether it switches a shipped entry off
/// @param version counts the changes, from 1
public record OwnWord(VocabularyEntry entry, boolean removed, int version) {}
