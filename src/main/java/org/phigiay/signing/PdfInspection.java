package org.phigiay.signing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/// Looks into a PDF of unknown origin for what must not reach an officer's screen. Draws nothing, unpacks no page, ends
/// within ten seconds.
public final class PdfInspection {
    private static final int MOST_PAGES = 2_000;
    private static final int MOST_PARTS = 2_000_000;
    private static final Guarded GUARD = new Guarded(Duration.ofSeconds(10));
    private static final Map<String, PdfFinding> ACTIONS = Map.ofEntries(
            Map.entry("JavaScript", PdfFinding.SCRIPT),
            Map.entry("Launch", PdfFinding.ACTION),
            Map.entry("SubmitForm", PdfFinding.ACTION),
            Map.entry("ImportData", PdfFinding.ACTION),
            Map.entry("GoToR", PdfFinding.ACTION),
            Map.entry("GoToE", PdfFinding.ACTION),
            Map.entry("RichMediaExecute", PdfFinding.MEDIA),
            Map.entry("Rendition", PdfFinding.MEDIA),
            Map.entry("GoTo3DView", PdfFinding.MEDIA),
            Map.entry("Movie", PdfFinding.MEDIA),
            Map.entry("Sound", PdfFinding.MEDIA));
    private static final Map<String, PdfFinding> KEYS = Map.of(
            "JS", PdfFinding.SCRIPT,
            "JavaScript", PdfFinding.SCRIPT,
            "AA", PdfFinding.ACTION,
            "EmbeddedFiles", PdfFinding.EMBEDDED_FILE,
            "EF", PdfFinding.EMBEDDED_FILE,
            "XFA", PdfFinding.XFA,
            "RichMediaContent", PdfFinding.MEDIA);
    private static final Map<String, PdfFinding> ANNOTATIONS = Map.of(
            "FileAttachment", PdfFinding.EMBEDDED_FILE,
            "RichMedia", PdfFinding.MEDIA,
            "Screen", PdfFinding.MEDIA,
            "Movie", PdfFinding.MEDIA,
            "Sound", PdfFinding.MEDIA,
            "3D", PdfFinding.MEDIA);
    private static final Pattern SCHEME = Pattern.compile("^\\s*([A-Za-z][A-Za-z0-9+.-]*):");
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

    private PdfInspection() {}

    /// @return all that was found; empty when nothing speaks against opening the file
    public static Set<PdfFinding> of(byte[] pdf) {
        try {
            return GUARD.run(() -> look(pdf), failure -> EnumSet.of(PdfFinding.UNREADABLE));
        } catch (Guarded.Busy e) {
            return EnumSet.of(PdfFinding.TOO_LARGE_INSIDE);
        }
    }

    private static Set<PdfFinding> look(byte[] pdf) {
        if (!begins(pdf)) {
            return EnumSet.of(PdfFinding.NOT_A_PDF);
        }
        if (PackedSize.tooLarge(pdf)) {
            return EnumSet.of(PdfFinding.TOO_LARGE_INSIDE);
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return look(pdf, document);
        } catch (InvalidPasswordException e) {
            return EnumSet.of(PdfFinding.ENCRYPTED);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return EnumSet.of(PdfFinding.UNREADABLE);
        }
    }

    static boolean begins(byte[] pdf) {
        return pdf.length > 8 && pdf[0] == '%' && pdf[1] == 'P' && pdf[2] == 'D' && pdf[3] == 'F' && pdf[4] == '-';
    }

    /// The same look into a document that is open already.
    static Set<PdfFinding> look(byte[] pdf, PDDocument document) throws IOException {
        Set<PdfFinding> found = EnumSet.noneOf(PdfFinding.class);
        if (document.isEncrypted()) {
            found.add(PdfFinding.ENCRYPTED);
        }
        int pages = document.getNumberOfPages();
        if (pages == 0) {
            found.add(PdfFinding.UNREADABLE);
        } else if (pages > MOST_PAGES) {
            found.add(PdfFinding.TOO_LARGE_INSIDE);
        }
        if (lookAtParts(document.getDocument(), found) > MOST_PARTS) {
            found.add(PdfFinding.TOO_LARGE_INSIDE);
        }
        // A part that our parser does not reach may be reached by another: the plain bytes are read as well.
        String text = PdfNames.plain(pdf, 0, pdf.length);
        if (text.contains("/JavaScript")) {
            found.add(PdfFinding.SCRIPT);
        }
        if (text.contains("/RichMedia")) {
            found.add(PdfFinding.MEDIA);
        }
        return found;
    }

    private static int lookAtParts(COSDocument document, Set<PdfFinding> found) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> waiting = new ArrayDeque<>();
        waiting.add(document.getTrailer());
        Set<COSObjectKey> read = new HashSet<>();
        // Reading a part may make further ones known.
        for (List<COSObjectKey> fresh = unread(document, read);
                !fresh.isEmpty() && seen.size() <= MOST_PARTS;
                fresh = unread(document, read)) {
            for (COSObjectKey key : fresh) {
                add(waiting, document.getObjectFromPool(key));
                while (!waiting.isEmpty() && seen.size() <= MOST_PARTS) {
                    COSBase part = waiting.removeLast();
                    if (seen.add(part)) {
                        lookAt(part, waiting, found);
                    }
                }
            }
        }
        return seen.size();
    }

    private static List<COSObjectKey> unread(COSDocument document, Set<COSObjectKey> read) {
        return document.getXrefTable().keySet().stream().filter(read::add).toList();
    }

    private static void lookAt(COSBase part, Deque<COSBase> waiting, Set<PdfFinding> found) {
        switch (part) {
            case COSObject reference -> {
                if (reference.getObject() != null) {
                    waiting.add(reference.getObject());
                }
            }
            case COSArray array -> array.forEach(item -> add(waiting, item));
            case COSDictionary dictionary -> {
                judge(dictionary, found);
                dictionary.getValues().forEach(item -> add(waiting, item));
            }
            default -> {}
        }
    }

    private static void add(Deque<COSBase> waiting, @Nullable COSBase item) {
        if (item instanceof COSArray || item instanceof COSDictionary || item instanceof COSObject) {
            waiting.add(item);
        }
    }

    private static void judge(COSDictionary dictionary, Set<PdfFinding> found) {
        for (COSName key : dictionary.keySet()) {
            PdfFinding finding = KEYS.get(key.getName());
            if (finding != null && meant(key.getName(), dictionary.getDictionaryObject(key))) {
                found.add(finding);
            }
        }
        String type = dictionary.getNameAsString(COSName.TYPE, "");
        if (!type.equals("StructElem")) {
            addKnown(ACTIONS, dictionary.getNameAsString(COSName.S, ""), found);
        }
        addKnown(ANNOTATIONS, dictionary.getNameAsString(COSName.SUBTYPE, ""), found);
        if (type.equals("EmbeddedFile")) {
            found.add(PdfFinding.EMBEDDED_FILE);
        }
        if (dictionary.getDictionaryObject(COSName.OPEN_ACTION) instanceof COSDictionary action
                && !action.getNameAsString(COSName.S, "").equals("GoTo")) {
            found.add(PdfFinding.ACTION);
        }
        if (dictionary.getDictionaryObject(COSName.URI) instanceof COSString link && unsafe(link.getString())) {
            found.add(PdfFinding.UNSAFE_LINK);
        }
        if (dictionary.getDictionaryObject(COSName.FONT_MATRIX) instanceof COSArray matrix) {
            for (int i = 0; i < matrix.size(); i++) {
                if (!(matrix.getObject(i) instanceof COSNumber)) {
                    found.add(PdfFinding.SCRIPT);
                }
            }
        }
    }

    /// Short names also serve as names of fonts and pictures: the value tells.
    private static boolean meant(String key, @Nullable COSBase value) {
        return switch (key) {
            case "JS" -> value instanceof COSString || value instanceof COSStream;
            case "AA" ->
                value instanceof COSDictionary moments
                        && moments.keySet().stream()
                                .anyMatch(moment -> moments.getDictionaryObject(moment) instanceof COSDictionary action
                                        && action.containsKey(COSName.S));
            case "EF" ->
                value instanceof COSDictionary files && (files.containsKey(COSName.F) || files.containsKey(COSName.UF));
            default -> true;
        };
    }

    private static void addKnown(Map<String, PdfFinding> known, String name, Set<PdfFinding> found) {
        PdfFinding finding = known.get(name);
        if (finding != null) {
            found.add(finding);
        }
    }

    private static boolean unsafe(String link) {
        var scheme = SCHEME.matcher(link);
        if (scheme.find() && !SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT))) {
            return true;
        }
        return link.chars().anyMatch(c -> c == '<' || c == '>' || c == '"' || c == '\\' || c < ' ');
    }
}
