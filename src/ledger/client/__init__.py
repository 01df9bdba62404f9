"""The signer's side: composing acts, signing them, key files. The only room that opens persons' private keys."""
