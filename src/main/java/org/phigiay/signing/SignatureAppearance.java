package org.phigiay.signing;

import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pdf.AnnotationBox;
import eu.europa.esig.dss.pdf.pdfbox.visible.PdfBoxSignatureDrawer;
import eu.europa.esig.dss.pdf.visible.SignatureFieldBoxBuilder;
import eu.europa.esig.dss.pdf.visible.VisualSignatureFieldAppearance;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;

/// Draws a signature's visible block into its reserved field: lines of text, for an agency in the seal's red with a
/// frame.
final class SignatureAppearance implements PdfBoxSignatureDrawer, SignatureFieldBoxBuilder {
    private static final Color SEAL = new Color(0xC0, 0x10, 0x10);
    private static final float PADDING = 5;
    private static final float LARGEST = 10;
    private static final float SMALLEST = 5;

    private final SignatureRequest.Kind kind;
    private final List<String> lines;
    private PDRectangle area = new PDRectangle();
    private PDRectangle sheet = PDRectangle.A4;
    private int page;
    private SignatureOptions options = new SignatureOptions();
    private byte @Nullable [] drawn;

    private record Row(String text, PDFont font) {}

    SignatureAppearance(SignatureRequest.Kind kind, List<String> lines) {
        this.kind = kind;
        this.lines = lines;
    }

    @Override
    public void init(SignatureImageParameters parameters, PDDocument document, SignatureOptions options)
            throws IOException {
        this.options = options;
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (!(form.getField(kind.field()) instanceof PDSignatureField field)) {
            throw new IOException("No field " + kind.field());
        }
        PDAnnotationWidget widget = field.getWidgets().getFirst();
        area = widget.getRectangle();
        page = Math.max(0, document.getPages().indexOf(widget.getPage()));
        sheet = document.getPage(page).getMediaBox();
    }

    @Override
    public VisualSignatureFieldAppearance buildSignatureFieldBox() {
        AnnotationBox box = new AnnotationBox(
                area.getLowerLeftX(), area.getLowerLeftY(), area.getUpperRightX(), area.getUpperRightY());
        return () -> box;
    }

    /// PDFBox takes the look from a document of its own with one field of the same size. It is asked for twice.
    @Override
    public void draw() throws IOException {
        if (drawn == null) {
            drawn = drawn();
        }
        options.setVisualSignature(new ByteArrayInputStream(drawn));
        options.setPage(page);
    }

    private byte[] drawn() throws IOException {
        try (PDDocument model = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage only = new PDPage(sheet);
            model.addPage(only);
            PDAcroForm form = new PDAcroForm(model);
            model.getDocumentCatalog().setAcroForm(form);
            form.setSignaturesExist(true);
            form.setAppendOnly(true);
            form.getCOSObject().setDirect(true);
            PDSignatureField field = new PDSignatureField(form);
            form.getFields().add(field);
            PDAnnotationWidget widget = field.getWidgets().getFirst();
            widget.setRectangle(area);
            PDAppearanceStream look = new PDAppearanceStream(model);
            look.setResources(new PDResources());
            look.setBBox(new PDRectangle(area.getWidth(), area.getHeight()));
            PDAppearanceDictionary appearance = new PDAppearanceDictionary();
            appearance.getCOSObject().setDirect(true);
            appearance.setNormalAppearance(look);
            widget.setAppearance(appearance);
            try (PDPageContentStream content = new PDPageContentStream(model, look)) {
                write(content, font(model, Fonts.SERIF_BOLD), font(model, Fonts.SERIF));
            }
            model.save(out);
            return out.toByteArray();
        }
    }

    private static PDFont font(PDDocument document, Fonts font) throws IOException {
        try (InputStream in = font.open()) {
            return PDType0Font.load(document, in, true);
        }
    }

    private void write(PDPageContentStream content, PDFont heavy, PDFont plain) throws IOException {
        boolean seal = kind == SignatureRequest.Kind.AGENCY;
        Color ink = seal ? SEAL : Color.BLACK;
        float width = area.getWidth() - 2 * PADDING;
        float size = LARGEST;
        List<Row> rows = rows(heavy, plain, size, width);
        while (size > SMALLEST && rows.size() * size * 1.25f > area.getHeight() - 2 * PADDING) {
            size -= 0.5f;
            rows = rows(heavy, plain, size, width);
        }
        if (seal) {
            content.setStrokingColor(ink);
            content.setLineWidth(1);
            content.addRect(1, 1, area.getWidth() - 2, area.getHeight() - 2);
            content.stroke();
        }
        float leading = size * 1.25f;
        float y = (area.getHeight() + rows.size() * leading) / 2 - size;
        content.setNonStrokingColor(ink);
        for (Row row : rows) {
            float x = (area.getWidth() - width(row.font(), row.text(), size)) / 2;
            content.beginText();
            content.setFont(row.font(), size);
            content.newLineAtOffset(Math.max(PADDING / 2, x), y);
            content.showText(row.text());
            content.endText();
            y -= leading;
        }
    }

    private List<Row> rows(PDFont heavy, PDFont plain, float size, float width) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : lines) {
            PDFont font = rows.isEmpty() ? heavy : plain;
            StringBuilder row = new StringBuilder();
            for (String word : drawable(line, font).split(" ", -1)) {
                if (!row.isEmpty() && width(font, row + " " + word, size) > width) {
                    rows.add(new Row(row.toString(), font));
                    row.setLength(0);
                }
                row.append(row.isEmpty() ? "" : " ").append(word);
            }
            rows.add(new Row(row.toString(), font));
        }
        return rows;
    }

    /// What the font has no letter for becomes a question mark: PDF/A forbids an undefined glyph.
    private static String drawable(String line, PDFont font) {
        StringBuilder drawable = new StringBuilder(line.length());
        java.text.Normalizer.normalize(line, java.text.Normalizer.Form.NFC)
                .codePoints()
                .forEach(letter -> {
                    String text = Character.toString(letter);
                    try {
                        font.encode(text);
                        drawable.append(text);
                    } catch (IOException | IllegalArgumentException e) {
                        drawable.append('?');
                    }
                });
        return drawable.toString();
    }

    private static float width(PDFont font, String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }
}
