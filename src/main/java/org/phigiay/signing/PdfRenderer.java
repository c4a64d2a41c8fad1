package org.phigiay.signing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Makes a PDF from XHTML: PDF/A-2a (kept for decades) and PDF/UA-1 (read aloud), fonts and colours inside.
///
/// The XHTML is well-formed, has `lang` on `html`, a `title` and a `<meta name="description">`, and escapes what people
/// typed. Only `data:` images are loaded, each with an `alt`. Fonts: `Tinos` (the default) and `Be Vietnam Pro`.
///
/// An empty `<div id="signature-personal"></div>` and `<div id="signature-agency"></div>` inside
/// `<div class="signatures">` keep the place of the visible signatures ([SignatureRequest]); each may stand once.
@Component
public final class PdfRenderer {
    private static final String STYLE = """
            html { font-family: Tinos; color: #000 }
            .signatures { display: table; width: 116mm; margin-left: auto; border-spacing: 0; margin-top: 4mm; page-break-inside: avoid }
            #signature-agency, #signature-personal { display: table-cell; height: 27mm }
            #signature-agency { width: 46mm }
            #signature-personal { width: 70mm }
            """;
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private final FontMetricsCache metrics = new FontMetricsCache();

    public PdfRenderer() {
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    /// @return the PDF's bytes
    /// @throws IllegalArgumentException when the XHTML is not well-formed: a mistake in a template, with its line
    public byte[] render(String xhtml) {
        Document page = parse(xhtml);
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(COLOURS)
                .useCacheStore(CacheStore.PDF_FONT_METRICS, metrics)
                .withProducer("Phi Giấy");
        for (ExternalResourceControlPriority moment : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> inside(uri), moment);
        }
        for (Fonts font : Fonts.values()) {
            builder.useFont(
                    font::open, font.family, font.weight, font.italic ? FontStyle.ITALIC : FontStyle.NORMAL, true);
        }
        builder.withW3cDocument(page, "about:blank");
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            try (PDDocument document = renderer.createPDFKeepOpen()) {
                SignatureFields.reserve(document, renderer);
                ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
                document.save(out);
                return out.toByteArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean inside(String uri) {
        return uri.toLowerCase(Locale.ROOT).startsWith("data:image/");
    }

    private static Document parse(String xhtml) {
        String text = Normalizer.normalize(xhtml, Normalizer.Form.NFC).strip();
        if (text.regionMatches(true, 0, "<!doctype html>", 0, 15)) {
            text = text.substring(15);
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var parser = factory.newDocumentBuilder();
            parser.setErrorHandler(null);
            Document document = parser.parse(new InputSource(new StringReader(text)));
            addStyle(document);
            return document;
        } catch (SAXException e) {
            throw new IllegalArgumentException("The page is not well-formed XHTML: " + e, e);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addStyle(Document document) {
        NodeList heads = document.getElementsByTagName("head");
        if (heads.getLength() == 0) {
            throw new IllegalArgumentException("The page has no head with a title");
        }
        Element style = document.createElement("style");
        style.setTextContent(STYLE);
        heads.item(0).insertBefore(style, heads.item(0).getFirstChild());
    }
}
