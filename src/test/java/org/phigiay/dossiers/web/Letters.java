package org.phigiay.dossiers.web;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.phigiay.identity.Visitor;

/// Sends a letter of authority as a browser does.
final class Letters {
    private Letters() {}

    /// @return the status of the answer
    static int send(Visitor visitor, int port, String page, String name, byte[] bytes)
            throws IOException, InterruptedException {
        String body = visitor.get(page).body();
        String start = "name=\"_csrf\" value=\"";
        int at = body.indexOf(start) + start.length();
        String csrf = body.substring(at, body.indexOf('"', at));
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        sent.writeBytes(("--ranh\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf + "\r\n"
                        + "--ranh\r\nContent-Disposition: form-data; name=\"files.authority\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        sent.writeBytes(bytes);
        sent.writeBytes("\r\n--ranh--\r\n".getBytes(StandardCharsets.UTF_8));
        String cookies = visitor.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + page))
                .header("Content-Type", "multipart/form-data; boundary=ranh")
                .header("Cookie", cookies)
                .POST(HttpRequest.BodyPublishers.ofByteArray(sent.toByteArray()))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    static byte[] picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
