package org.phigiay.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.jspecify.annotations.Nullable;

/// Looks at a signed PDF as bytes, before any library interprets it: is every byte covered, and is every byte that a
/// signature cannot cover (its own container) exactly as a signer writes it?
final class SignedBytes {
    private static final int MOST_SIGNATURES = 50;

    private SignedBytes() {}

    /// One signature found in the file.
    ///
    /// @param range offset and length of the part before, offset and length of the part after
    /// @param cms null when the container cannot be read
    /// @param findings what is wrong with it
    record Part(int[] range, boolean timeStamp, @Nullable CMSSignedData cms, List<Reason> findings) {
        int end() {
            return range.length == 4 ? range[2] + range[3] : 0;
        }
    }

    /// @return the signatures in the order in which they were made
    static List<Part> find(byte[] pdf, PDDocument document) {
        List<PDSignature> signatures = document.getSignatureDictionaries().stream()
                .filter(signature -> signature.getCOSObject().containsKey("ByteRange")
                        || signature.getCOSObject().containsKey("Contents"))
                .limit(MOST_SIGNATURES)
                .toList();
        List<Part> parts = new ArrayList<>();
        for (PDSignature signature : signatures) {
            parts.add(look(pdf, signature));
        }
        parts.sort(Comparator.comparingInt(Part::end));
        return parts;
    }

    /// What is wrong with the file as a whole.
    static List<Reason> aroundThem(byte[] pdf, List<Part> parts) {
        if (parts.isEmpty()) {
            return List.of(Reason.of("unsigned"));
        }
        int end = parts.getLast().end();
        return end < pdf.length ? List.of(Reason.of("tail", pdf.length - Math.max(0, end))) : List.of();
    }

    private static Part look(byte[] pdf, PDSignature signature) {
        boolean timeStamp = "ETSI.RFC3161".equals(signature.getSubFilter());
        int[] range = signature.getByteRange();
        if (!sound(range, pdf.length)) {
            return new Part(range.length == 4 ? range : new int[4], timeStamp, null, List.of(Reason.of("byte-range")));
        }
        byte[] container = container(pdf, range);
        if (container == null || !Arrays.equals(container, signature.getContents())) {
            return new Part(range, timeStamp, null, List.of(Reason.of("container")));
        }
        CMSSignedData cms;
        try {
            cms = parse(container);
        } catch (IOException | CMSException | RuntimeException e) {
            return new Part(range, timeStamp, null, List.of(Reason.of("container")));
        }
        List<Reason> findings = new ArrayList<>();
        if (!PlainCms.check(cms)) {
            findings.add(Reason.of("container"));
        }
        try {
            if (!PlainCms.covers(cms, digests(pdf, range), timeStamp)) {
                findings.add(Reason.of("changed"));
            } else if (!PlainCms.signatureHolds(cms)) {
                findings.add(Reason.of("signature-broken"));
            }
        } catch (CMSException | RuntimeException e) {
            findings.add(Reason.of("signature-broken"));
        }
        return new Part(range, timeStamp, cms, findings);
    }

    private static boolean sound(int[] range, int length) {
        return range.length == 4
                && range[0] == 0
                && range[1] > 0
                && range[2] > range[1]
                && range[3] > 0
                && (long) range[2] + range[3] <= length;
    }

    /// The bytes between the two signed parts: `<`, hexadecimal digits in one case, `>`; null when they are anything
    /// else.
    private static byte @Nullable [] container(byte[] pdf, int[] range) {
        int from = range[1];
        int to = range[2];
        if (to - from < 4 || (to - from) % 2 != 0 || pdf[from] != '<' || pdf[to - 1] != '>') {
            return null;
        }
        byte[] bytes = new byte[(to - from - 2) / 2];
        boolean upper = false;
        boolean lower = false;
        for (int i = from + 1; i < to - 1; i++) {
            int digit = Character.digit(pdf[i], 16);
            if (digit < 0) {
                return null;
            }
            upper |= pdf[i] >= 'A' && pdf[i] <= 'F';
            lower |= pdf[i] >= 'a' && pdf[i] <= 'f';
            int at = (i - from - 1) / 2;
            bytes[at] = (byte) (bytes[at] << 4 | digit);
        }
        return upper && lower ? null : bytes;
    }

    /// The signature, after which only zeros may stand, written as its own encoding rules write it.
    private static CMSSignedData parse(byte[] container) throws IOException, CMSException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(container);
        ASN1Primitive content = new ASN1InputStream(bytes, container.length).readObject();
        if (content == null) {
            throw new IOException("Empty container");
        }
        int length = container.length - bytes.available();
        for (int i = length; i < container.length; i++) {
            if (container[i] != 0) {
                throw new IOException("Something is hidden after the signature");
            }
        }
        byte[] exact = Arrays.copyOf(container, length);
        if (!Arrays.equals(exact, content.getEncoded())) {
            throw new IOException("Not written as its rules write it");
        }
        return new CMSSignedData(exact);
    }

    private static PlainCms.Digests digests(byte[] pdf, int[] range) {
        return algorithm -> {
            try {
                MessageDigest digest = MessageDigest.getInstance(algorithm);
                digest.update(pdf, range[0], range[1]);
                digest.update(pdf, range[2], range[3]);
                return digest.digest();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalArgumentException(e);
            }
        };
    }
}
