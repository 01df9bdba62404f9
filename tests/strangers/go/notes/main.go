// Opens our checkpoints with Go's own signed notes, and signs one of its own for us to open.
//
// Standard input: {"open": [{"vkeys": ["…"], "note": "…"}, …], "sign": ["origin", "body"] or null}.
// Standard output: {"opened": [{"error": "…", "signers": ["…"], "unverified": 0}, …], "vkey": "…", "note": "…"}.
package main

import (
	"crypto/rand"
	"encoding/json"
	"log"
	"os"

	"golang.org/x/mod/sumdb/note"
)

type asked struct {
	Open []struct {
		Vkeys []string `json:"vkeys"`
		Note  string   `json:"note"`
	} `json:"open"`
	Sign []string `json:"sign"`
}

type opened struct {
	Error      string   `json:"error"`
	Signers    []string `json:"signers"`
	Unverified int      `json:"unverified"`
}

type answer struct {
	Opened []opened `json:"opened"`
	Vkey   string   `json:"vkey"`
	Note   string   `json:"note"`
}

func open(vkeys []string, text string) opened {
	var verifiers []note.Verifier
	for _, vkey := range vkeys {
		verifier, err := note.NewVerifier(vkey)
		if err != nil {
			return opened{Error: err.Error()}
		}
		verifiers = append(verifiers, verifier)
	}
	read, err := note.Open([]byte(text), note.VerifierList(verifiers...))
	if err != nil {
		return opened{Error: err.Error()}
	}
	result := opened{Signers: []string{}, Unverified: len(read.UnverifiedSigs)}
	for _, sig := range read.Sigs {
		result.Signers = append(result.Signers, sig.Name)
	}
	return result
}

func sign(origin, body string) (string, string, error) {
	skey, vkey, err := note.GenerateKey(rand.Reader, origin)
	if err != nil {
		return "", "", err
	}
	signer, err := note.NewSigner(skey)
	if err != nil {
		return "", "", err
	}
	text, err := note.Sign(&note.Note{Text: body}, signer)
	return vkey, string(text), err
}

func main() {
	var in asked
	if err := json.NewDecoder(os.Stdin).Decode(&in); err != nil {
		log.Fatal(err)
	}
	out := answer{Opened: []opened{}}
	for _, one := range in.Open {
		out.Opened = append(out.Opened, open(one.Vkeys, one.Note))
	}
	if len(in.Sign) == 2 {
		var err error
		if out.Vkey, out.Note, err = sign(in.Sign[0], in.Sign[1]); err != nil {
			log.Fatal(err)
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(out); err != nil {
		log.Fatal(err)
	}
}
