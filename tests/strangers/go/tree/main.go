// Checks our inclusion and consistency proofs with Go's transparency log, and makes its own for us to compare.
//
// Standard input: {"included": [{"record", "index", "size", "root", "path"}, …],
// "consistent": [{"old", "new", "old_root", "new_root", "path"}, …], "records": […]}; bytes are base64.
// Standard output: {"included": ["" or why not, …], "consistent": ["" or why not, …], "roots": [root of each size from 1 on],
// "inclusion": [[path of index 0 …] for each size], "consistency": [[path from 1 …] to each size]}.
package main

import (
	"encoding/json"
	"log"
	"os"

	"golang.org/x/mod/sumdb/tlog"
)

type asked struct {
	Included []struct {
		Record []byte   `json:"record"`
		Index  int64    `json:"index"`
		Size   int64    `json:"size"`
		Root   []byte   `json:"root"`
		Path   [][]byte `json:"path"`
	} `json:"included"`
	Consistent []struct {
		Old     int64    `json:"old"`
		New     int64    `json:"new"`
		OldRoot []byte   `json:"old_root"`
		NewRoot []byte   `json:"new_root"`
		Path    [][]byte `json:"path"`
	} `json:"consistent"`
	Records [][]byte `json:"records"`
}

type answer struct {
	Included    []string     `json:"included"`
	Consistent  []string     `json:"consistent"`
	Roots       [][]byte     `json:"roots"`
	Inclusion   [][][][]byte `json:"inclusion"`
	Consistency [][][][]byte `json:"consistency"`
}

func hashOf(bytes []byte) tlog.Hash {
	var hash tlog.Hash
	if copy(hash[:], bytes) != len(hash) || len(bytes) != len(hash) {
		log.Fatalf("a hash of %d bytes", len(bytes))
	}
	return hash
}

func hashesOf(path [][]byte) []tlog.Hash {
	var hashes []tlog.Hash
	for _, bytes := range path {
		hashes = append(hashes, hashOf(bytes))
	}
	return hashes
}

func bytesOf(hashes []tlog.Hash) [][]byte {
	path := [][]byte{}
	for i := range hashes {
		path = append(path, hashes[i][:])
	}
	return path
}

func why(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// grow builds Go's own tree of the records and tells every root and every proof in it.
func grow(records [][]byte, out *answer) error {
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		hashes := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			hashes[i] = stored[index]
		}
		return hashes, nil
	})
	for i, record := range records {
		more, err := tlog.StoredHashes(int64(i), record, reader)
		if err != nil {
			return err
		}
		stored = append(stored, more...)
		size := int64(i) + 1
		root, err := tlog.TreeHash(size, reader)
		if err != nil {
			return err
		}
		var included, consistent [][][]byte
		for n := int64(0); n < size; n++ {
			path, err := tlog.ProveRecord(size, n, reader)
			if err != nil {
				return err
			}
			included = append(included, bytesOf(path))
			older, err := tlog.ProveTree(size, n+1, reader)
			if err != nil {
				return err
			}
			consistent = append(consistent, bytesOf(older))
		}
		out.Roots = append(out.Roots, root[:])
		out.Inclusion = append(out.Inclusion, included)
		out.Consistency = append(out.Consistency, consistent)
	}
	return nil
}

func main() {
	var in asked
	if err := json.NewDecoder(os.Stdin).Decode(&in); err != nil {
		log.Fatal(err)
	}
	out := answer{Included: []string{}, Consistent: []string{}}
	for _, p := range in.Included {
		err := tlog.CheckRecord(hashesOf(p.Path), p.Size, hashOf(p.Root), p.Index, tlog.RecordHash(p.Record))
		out.Included = append(out.Included, why(err))
	}
	for _, p := range in.Consistent {
		err := tlog.CheckTree(hashesOf(p.Path), p.New, hashOf(p.NewRoot), p.Old, hashOf(p.OldRoot))
		out.Consistent = append(out.Consistent, why(err))
	}
	if err := grow(in.Records, &out); err != nil {
		log.Fatal(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(out); err != nil {
		log.Fatal(err)
	}
}
