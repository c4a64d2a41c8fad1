package org.phigiay.signing;

import java.security.cert.X509Certificate;
import java.util.List;

/// Khóa ký: a private key that never leaves its place, with its certificate. An HSM or a remote signing service
/// stands behind this as well as a file.
public interface SigningKey {

    /// The signer's certificate, then its issuers; the root may be left out.
    List<X509Certificate> chain();

    /// The signer's name as certified: a person's or an agency's.
    String holder();

    /// Signs with SHA-256: ECDSA (DER) or RSA (PKCS #1 v1.5), as the certificate's key is.
    ///
    /// @throws IllegalStateException when the key cannot be reached now; nothing has been signed
    byte[] sign(byte[] data);
}
