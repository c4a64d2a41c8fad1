package org.phigiay.search;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Gives Lucene the keys that [Syllables] made, as they are.
final class Keys extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final List<String> keys;
    private Iterator<String> rest;

    Keys(List<String> keys) {
        this.keys = keys;
        this.rest = keys.iterator();
    }

    @Override
    public void reset() {
        rest = keys.iterator();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!rest.hasNext()) {
            return false;
        }
        term.append(rest.next());
        return true;
    }
}
