package org.phigiay.signing;

import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.Box;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/// Empty signature fields, put in before the first signature so that a later one fills a place the earlier signer saw
/// and changes nothing else. Each is part of the tagged structure (PDF/UA-1 7.18.4).
final class SignatureFields {
    private static final Pattern IDS = Pattern.compile("signature-(personal|agency)");
    private static final COSName NUMS = COSName.NUMS;

    private SignatureFields() {}

    /// Makes a field where the layout left an element with the id of a [SignatureRequest.Kind].
    static void reserve(PDDocument document, PdfBoxRenderer renderer) throws IOException {
        List<PagePosition<Box>> places = renderer.findPagePositionsByID(IDS);
        if (places.isEmpty()) {
            return;
        }
        PDAcroForm form = new PDAcroForm(document);
        form.setDefaultResources(new PDResources());
        form.getCOSObject().setString(COSName.DA, "/Helv 0 Tf 0 g");
        document.getDocumentCatalog().setAcroForm(form);
        Set<String> made = new HashSet<>();
        for (PagePosition<Box> place : places) {
            if (made.add(place.getId())) {
                PDRectangle area = new PDRectangle(place.getX(), place.getY(), place.getWidth(), place.getHeight());
                add(document, form, document.getPage(place.getPageNo()), place.getId(), area);
            }
        }
    }

    private static void add(PDDocument document, PDAcroForm form, PDPage page, String name, PDRectangle area)
            throws IOException {
        PDSignatureField field = new PDSignatureField(form);
        field.setPartialName(name);
        field.setAlternateFieldName(SignatureRequest.Kind.of(name).description());
        PDAnnotationWidget widget = field.getWidgets().getFirst();
        widget.setRectangle(area);
        widget.setPage(page);
        widget.setPrinted(true);
        PDAppearanceStream nothing = new PDAppearanceStream(document);
        nothing.setBBox(new PDRectangle(area.getWidth(), area.getHeight()));
        nothing.setResources(new PDResources());
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(nothing);
        widget.setAppearance(appearance);
        page.getAnnotations().add(widget);
        form.getFields().add(field);
        tag(document, page, widget);
    }

    /// Hangs the field into the structure tree: an element `Form` that holds the annotation.
    private static void tag(PDDocument document, PDPage page, PDAnnotationWidget widget) {
        PDStructureTreeRoot root = document.getDocumentCatalog().getStructureTreeRoot();
        if (root == null || root.getParentTree() == null) {
            return;
        }
        int key = root.getParentTreeNextKey();
        COSDictionary parent = firstElement(root.getK());
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("OBJR"));
        reference.setItem(COSName.PG, page);
        reference.setItem(COSName.OBJ, widget);
        COSDictionary element = new COSDictionary();
        element.setItem(COSName.TYPE, COSName.getPDFName("StructElem"));
        element.setItem(COSName.S, COSName.getPDFName("Form"));
        element.setItem(COSName.P, parent);
        element.setItem(COSName.PG, page);
        element.setItem(COSName.K, reference);
        kids(parent).add(element);
        ((COSArray) root.getParentTree().getCOSObject().getDictionaryObject(NUMS)).add(COSInteger.get(key));
        ((COSArray) root.getParentTree().getCOSObject().getDictionaryObject(NUMS)).add(element);
        root.setParentTreeNextKey(key + 1);
        widget.setStructParent(key);
        // A verifier that walks the catalogue must come to the field through the parent tree first: there a filled
        // field counts as what it is, while through K it would count as a change of the structure.
        COSBase elements = root.getK();
        root.getCOSObject().removeItem(COSName.K);
        root.getCOSObject().setItem(COSName.K, elements);
    }

    private static COSDictionary firstElement(COSBase kids) {
        return switch (kids) {
            case COSDictionary element -> element;
            case COSArray several -> (COSDictionary) several.getObject(0);
            default -> throw new IllegalStateException("The document has no structure");
        };
    }

    private static COSArray kids(COSDictionary element) {
        COSBase kids = element.getDictionaryObject(COSName.K);
        if (kids instanceof COSArray several) {
            return several;
        }
        COSArray several = new COSArray();
        if (kids != null) {
            several.add(kids);
        }
        element.setItem(COSName.K, several);
        return several;
    }
}
