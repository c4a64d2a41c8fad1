package org.phigiay.search;

import java.util.List;

/// What of a procedure is searched.
///
/// @param code its code, which finds it too
/// @param title the official title
/// @param plainTitle the title in everyday words, the official one where there is none
/// @param phrases everyday ways to ask for it
/// @param field the field it belongs to
/// @param keywords as announced, may be empty
/// @param results names of what one gets
/// @param papers names of the papers it asks for
/// @param requirements the conditions
/// @param steps how it goes
/// @param levels who performs it: `COMMUNE`, `PROVINCE`, `MINISTRY`, `OTHER`
/// @param agencies codes of the agencies here that perform it
/// @param audience who may ask, in the words of the announcement
/// @param english titles in English, may be empty
/// @param online whether it can be filed over the network
/// @param fileable whether it can be filed here
public record SearchDocument(
        String code,
        String title,
        String plainTitle,
        List<String> phrases,
        String field,
        String keywords,
        List<String> results,
        List<String> papers,
        String requirements,
        String steps,
        List<String> levels,
        List<String> agencies,
        String audience,
        List<String> english,
        boolean online,
        boolean fileable) {}
