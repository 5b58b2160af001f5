package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// runExtract verifies an extract: each records/N/INDEX.entry against its tlog-proof, and every signature against keys.txt.
func runExtract(dir string) error {
	text, err := os.ReadFile(filepath.Join(dir, "keys.txt"))
	if err != nil {
		return err
	}
	var keys []note.Verifier
	witnesses := map[string]bool{}
	for _, line := range strings.Fields(string(text)) {
		key, err := note.NewVerifier(line)
		if err != nil {
			witness, err := newCosignatureVerifier(line)
			if err != nil {
				return fmt.Errorf("%s: %w", line, err)
			}
			witnesses[witness.Name()] = true
			key = witness
		}
		keys = append(keys, key)
	}
	proofs, err := filepath.Glob(filepath.Join(dir, "records", "*", "*.tlog-proof"))
	if err != nil || len(proofs) == 0 {
		return errors.New("there is no proof")
	}
	cosigned := 0
	for _, name := range proofs {
		n, err := checkProof(name, keys, witnesses)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		cosigned += n
	}
	entries, err := filepath.Glob(filepath.Join(dir, "records", "*", "*.entry"))
	if err != nil || len(entries) != len(proofs) {
		return fmt.Errorf("%d entries and %d proofs", len(entries), len(proofs))
	}
	fmt.Printf("%d entries proved, %d of them under a cosigned checkpoint\n", len(proofs), cosigned)
	return nil
}

// checkProof checks one entry; 1 when a witness has cosigned the checkpoint that its proof leads to.
func checkProof(name string, keys []note.Verifier, witnesses map[string]bool) (int, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return 0, err
	}
	head, signed, found := strings.Cut(string(data), "\n\n")
	lines := strings.Split(head, "\n")
	if !found || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "index ") {
		return 0, errors.New("not a tlog-proof")
	}
	origin, _, _ := strings.Cut(signed, "\n")
	n, err := note.Open([]byte(signed), note.VerifierList(keys...))
	if err != nil {
		return 0, err
	}
	isSigned, cosigners := false, 0
	for _, signature := range n.Sigs {
		isSigned = isSigned || signature.Name == origin
		if witnesses[signature.Name] {
			cosigners = 1
		}
	}
	if !isSigned {
		return 0, errors.New("not signed by its own log")
	}
	text := strings.Split(n.Text, "\n")
	if len(text) < 3 {
		return 0, errors.New("the checkpoint is too short")
	}
	size, err := strconv.ParseInt(text[1], 10, 64)
	if err != nil {
		return 0, err
	}
	root, err := tlog.ParseHash(text[2])
	if err != nil {
		return 0, err
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	if err != nil {
		return 0, err
	}
	proof, err := parseHashes(lines[2:])
	if err != nil {
		return 0, err
	}
	entry, err := os.ReadFile(strings.TrimSuffix(name, ".tlog-proof") + ".entry")
	if err != nil {
		return 0, err
	}
	return cosigners, tlog.CheckRecord(proof, size, root, index, tlog.RecordHash(entry))
}
