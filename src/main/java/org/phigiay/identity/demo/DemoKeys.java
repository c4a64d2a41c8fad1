package org.phigiay.identity.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import org.jspecify.annotations.Nullable;
import org.phigiay.launch.Secrets;
import org.springframework.stereotype.Component;

/// The demo provider's signing key: made at the first sign-in, kept with the installation's secrets, so that all copies
/// of the program sign with the same one.
@Component
class DemoKeys {
    private static final int BITS = 2048;

    private final Secrets secrets;
    private volatile @Nullable RSAKey key;

    DemoKeys(Secrets secrets) {
        this.secrets = secrets;
    }

    /// Signs claims as an identity token (RS256).
    String sign(JWTClaimsSet claims) {
        try {
            RSAKey with = key();
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(with.getKeyID())
                    .build();
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(with));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The public half, as a JWK set.
    String published() {
        return new JWKSet(key()).toString(true);
    }

    private RSAKey key() {
        RSAKey known = key;
        if (known == null) {
            known = load();
            key = known;
        }
        return known;
    }

    private RSAKey load() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            byte[] kept = secrets.getOrKeep(
                    "demo-signing-key", generator.generateKeyPair().getPrivate().getEncoded());
            KeyFactory factory = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey own = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(kept));
            RSAPublicKey shown = (RSAPublicKey)
                    factory.generatePublic(new RSAPublicKeySpec(own.getModulus(), own.getPublicExponent()));
            return new RSAKey.Builder(shown)
                    .privateKey(own)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint()
                    .build();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
