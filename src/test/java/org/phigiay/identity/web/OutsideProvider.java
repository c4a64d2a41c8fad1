package org.phigiay.identity.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Another organisation's identity provider, honest or not: answers as it is told.
final class OutsideProvider implements AutoCloseable {
    static final String CLIENT = "xa-an-binh-mau";

    /// How a token is signed.
    enum Signing {
        ITS_KEY,
        A_FOREIGN_KEY,
        NOT_AT_ALL,
        WITH_THE_PUBLIC_KEY_AS_A_PASSWORD
    }

    private final HttpServer server;
    private final RSAKey key = key();
    private final RSAKey foreign = key();
    volatile Signing signing = Signing.ITS_KEY;
    volatile UnaryOperator<JWTClaimsSet.Builder> lie = UnaryOperator.identity();
    volatile String nonce = "";
    volatile Map<String, String> asked = Map.of();

    OutsideProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/token", this::token);
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString(true)));
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> fields = new HashMap<>();
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String pair : form.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        asked = fields;
        Instant now = Instant.now();
        JWTClaimsSet claims = lie.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject("cd-77")
                        .audience(CLIENT)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(120)))
                        .claim("auth_time", now.getEpochSecond())
                        .claim("nonce", nonce)
                        .claim("SoDinhDanh", "000177000077")
                        .claim("HoVaTen", "Hồ Thị Bảy")
                        .claim("NgayThangNamSinh", "19770707"))
                .build();
        answer(
                exchange,
                200,
                "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"" + signed(claims)
                        + "\"}");
    }

    private String signed(JWTClaimsSet claims) {
        try {
            switch (signing) {
                case NOT_AT_ALL -> {
                    return new PlainJWT(claims).serialize();
                }
                case WITH_THE_PUBLIC_KEY_AS_A_PASSWORD -> {
                    SignedJWT token = new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.HS256)
                                    .keyID(key.getKeyID())
                                    .build(),
                            claims);
                    token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
                    return token.serialize();
                }
                case ITS_KEY, A_FOREIGN_KEY -> {
                    SignedJWT token = new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256)
                                    .keyID(key.getKeyID())
                                    .build(),
                            claims);
                    token.sign(new RSASSASigner(signing == Signing.ITS_KEY ? key : foreign));
                    return token.serialize();
                }
            }
            throw new IllegalStateException();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
