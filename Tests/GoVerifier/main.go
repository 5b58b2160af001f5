// Verifies a record with the code behind Go's checksum database, which shares nothing with Parley's own.
//
//	verify DIR LOG-VKEY WITNESS-VKEY
//	verify extract DIR
//
// DIR holds published/ (the record), checkpoints/ (signed and cosigned ones of many sizes), inclusion/ (tlog-proof files)
// and consistency/ (bodies of add-checkpoint calls). Everything must hold; what does not is named and ends the program.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

func main() {
	if len(os.Args) == 3 && os.Args[1] == "extract" {
		if err := runExtract(os.Args[2]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: verify DIR LOG-VKEY WITNESS-VKEY, or verify extract DIR")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(dir, logKey, witnessKey string) error {
	logVerifier, err := note.NewVerifier(logKey)
	if err != nil {
		return fmt.Errorf("log key: %w", err)
	}
	witness, err := newCosignatureVerifier(witnessKey)
	if err != nil {
		return fmt.Errorf("witness key: %w", err)
	}
	keys := note.VerifierList(logVerifier, witness)
	reader := tiles{filepath.Join(dir, "published")}

	published, err := os.ReadFile(filepath.Join(reader.dir, "checkpoint"))
	if err != nil {
		return err
	}
	newest, err := openCheckpoint(published, note.VerifierList(logVerifier), 1)
	if err != nil {
		return fmt.Errorf("newest checkpoint: %w", err)
	}
	trees, err := openCheckpoints(filepath.Join(dir, "checkpoints"), keys)
	if err != nil {
		return err
	}
	for _, tree := range append([]tlog.Tree{newest}, trees...) {
		if err := checkRoot(tree, reader); err != nil {
			return err
		}
	}
	if err := checkEntries(newest, reader); err != nil {
		return err
	}
	pairs, err := checkGrowth(trees, reader)
	if err != nil {
		return err
	}
	inclusions, err := checkInclusionFiles(filepath.Join(dir, "inclusion"), keys, reader)
	if err != nil {
		return err
	}
	consistencies, err := checkConsistencyFiles(filepath.Join(dir, "consistency"), keys, trees)
	if err != nil {
		return err
	}
	fmt.Printf("%d entries, %d cosigned checkpoints, %d pairs of sizes, %d inclusion files, %d consistency files\n",
		newest.N, len(trees), pairs, inclusions, consistencies)
	return nil
}

// openCheckpoint checks the signatures of a checkpoint, of which there must be as many known ones as said.
func openCheckpoint(data []byte, keys note.Verifiers, signatures int) (tlog.Tree, error) {
	n, err := note.Open(data, keys)
	if err != nil {
		return tlog.Tree{}, err
	}
	if len(n.Sigs) != signatures {
		return tlog.Tree{}, fmt.Errorf("%d known signatures, not %d", len(n.Sigs), signatures)
	}
	lines := strings.Split(n.Text, "\n")
	if len(lines) != 4 || lines[3] != "" {
		return tlog.Tree{}, errors.New("the text is not three lines")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

func openCheckpoints(dir string, keys note.Verifiers) ([]tlog.Tree, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(names) == 0 {
		return nil, fmt.Errorf("no checkpoints in %s (%v)", dir, err)
	}
	var trees []tlog.Tree
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		tree, err := openCheckpoint(data, keys, 2)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		trees = append(trees, tree)
	}
	sort.Slice(trees, func(i, j int) bool { return trees[i].N < trees[j].N })
	return trees, nil
}

func checkRoot(tree tlog.Tree, reader tiles) error {
	if tree.N == 0 {
		if tree.Hash != sha256.Sum256(nil) {
			return errors.New("the empty tree has a wrong root")
		}
		return nil
	}
	root, err := tlog.TreeHash(tree.N, tlog.TileHashReader(tree, reader))
	if err != nil {
		return fmt.Errorf("size %d: %w", tree.N, err)
	}
	if root != tree.Hash {
		return fmt.Errorf("size %d: the tiles have another root", tree.N)
	}
	return nil
}

func checkEntries(tree tlog.Tree, reader tiles) error {
	hashes := tlog.TileHashReader(tree, reader)
	for start := int64(0); start < tree.N; start += 256 {
		width := tree.N - start
		if width > 256 {
			width = 256
		}
		entries, err := reader.bundle(start/256, int(width))
		if err != nil {
			return err
		}
		var indexes []int64
		for i := int64(0); i < width; i++ {
			indexes = append(indexes, tlog.StoredHashIndex(0, start+i))
		}
		leaves, err := hashes.ReadHashes(indexes)
		if err != nil {
			return err
		}
		for i, entry := range entries {
			if tlog.RecordHash(entry) != leaves[i] {
				return fmt.Errorf("entry %d does not hash to its leaf", start+int64(i))
			}
		}
	}
	return nil
}

// checkGrowth makes Go prove, from the record's tiles, that each checkpoint extends each smaller one.
func checkGrowth(trees []tlog.Tree, reader tiles) (int, error) {
	pairs := 0
	for i, old := range trees {
		for _, tree := range trees[i:] {
			if old.N == 0 {
				continue
			}
			proof, err := tlog.ProveTree(tree.N, old.N, tlog.TileHashReader(tree, reader))
			if err == nil {
				err = tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash)
			}
			if err != nil {
				return 0, fmt.Errorf("sizes %d and %d: %w", old.N, tree.N, err)
			}
			pairs++
		}
	}
	return pairs, nil
}

func checkInclusionFiles(dir string, keys note.Verifiers, reader tiles) (int, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.tlog-proof"))
	if err != nil {
		return 0, err
	}
	for _, name := range names {
		head, tree, err := openProofFile(name, keys)
		if err != nil {
			return 0, err
		}
		if len(head) < 2 || head[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(head[1], "index ") {
			return 0, fmt.Errorf("%s: not a tlog-proof", name)
		}
		index, err := strconv.ParseInt(head[1][len("index "):], 10, 64)
		if err != nil {
			return 0, err
		}
		proof, err := parseHashes(head[2:])
		if err != nil {
			return 0, fmt.Errorf("%s: %w", name, err)
		}
		leaves, err := tlog.TileHashReader(tree, reader).ReadHashes([]int64{tlog.StoredHashIndex(0, index)})
		if err == nil {
			err = tlog.CheckRecord(proof, tree.N, tree.Hash, index, leaves[0])
		}
		if err != nil {
			return 0, fmt.Errorf("%s: %w", name, err)
		}
	}
	return len(names), nil
}

func checkConsistencyFiles(dir string, keys note.Verifiers, trees []tlog.Tree) (int, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		return 0, err
	}
	roots := map[int64]tlog.Hash{}
	for _, tree := range trees {
		roots[tree.N] = tree.Hash
	}
	for _, name := range names {
		head, tree, err := openProofFile(name, keys)
		if err != nil {
			return 0, err
		}
		if len(head) == 0 || !strings.HasPrefix(head[0], "old ") {
			return 0, fmt.Errorf("%s: no old size", name)
		}
		old, err := strconv.ParseInt(head[0][len("old "):], 10, 64)
		if err != nil {
			return 0, err
		}
		proof, err := parseHashes(head[1:])
		if err == nil {
			err = tlog.CheckTree(proof, tree.N, tree.Hash, old, roots[old])
		}
		if err != nil {
			return 0, fmt.Errorf("%s: %w", name, err)
		}
	}
	return len(names), nil
}

// openProofFile splits a file into the lines before its first empty line and the cosigned checkpoint after it.
func openProofFile(name string, keys note.Verifiers) ([]string, tlog.Tree, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, tlog.Tree{}, err
	}
	blank := bytes.Index(data, []byte("\n\n"))
	if blank < 0 {
		return nil, tlog.Tree{}, fmt.Errorf("%s: no empty line", name)
	}
	tree, err := openCheckpoint(data[blank+2:], keys, 2)
	if err != nil {
		err = fmt.Errorf("%s: %w", name, err)
	}
	return strings.Split(string(data[:blank]), "\n"), tree, err
}

func parseHashes(lines []string) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, line := range lines {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return nil, err
		}
		hashes = append(hashes, hash)
	}
	return hashes, nil
}

// tiles reads the published part of a record from its files.
type tiles struct{ dir string }

func (t tiles) Height() int { return tileHeight }

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		data, err := t.read(fmt.Sprintf("tile/%d/%s", tile.L, group(tile.N)), tile.W)
		if err != nil {
			return nil, err
		}
		if len(data) < tile.W*tlog.HashSize {
			return nil, fmt.Errorf("tile %d/%d has %d bytes", tile.L, tile.N, len(data))
		}
		all = append(all, data[:tile.W*tlog.HashSize])
	}
	return all, nil
}

func (t tiles) bundle(index int64, width int) ([][]byte, error) {
	data, err := t.read("tile/entries/"+group(index), width)
	if err != nil {
		return nil, err
	}
	var entries [][]byte
	for len(data) >= 2 && len(entries) < width {
		length := int(binary.BigEndian.Uint16(data))
		if len(data) < 2+length {
			break
		}
		entries = append(entries, data[2:2+length])
		data = data[2+length:]
	}
	if len(entries) != width || len(data) != 0 {
		return nil, fmt.Errorf("bundle %d does not hold exactly %d entries", index, width)
	}
	return entries, nil
}

// read takes the partial file if there is one, and otherwise the full one that has come in its place.
func (t tiles) read(path string, width int) ([]byte, error) {
	full := filepath.Join(t.dir, path)
	if width < 256 {
		if data, err := os.ReadFile(fmt.Sprintf("%s.p/%d", full, width)); err == nil {
			return data, nil
		}
	}
	return os.ReadFile(full)
}

func group(n int64) string {
	path := fmt.Sprintf("%03d", n%1000)
	for n >= 1000 {
		n /= 1000
		path = fmt.Sprintf("x%03d/%s", n%1000, path)
	}
	return path
}

// cosignatureVerifier checks timestamped witness cosignatures (type 0x04), which Go's note package does not know.
type cosignatureVerifier struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func newCosignatureVerifier(vkey string) (*cosignatureVerifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, errors.New("not name+hash+key")
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(key) != 33 || key[0] != 0x04 {
		return nil, errors.New("not a key of type 0x04")
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	hash := binary.BigEndian.Uint32(sum[:4])
	if fmt.Sprintf("%08x", hash) != parts[1] {
		return nil, errors.New("the hash does not fit the key")
	}
	return &cosignatureVerifier{parts[0], hash, ed25519.PublicKey(key[1:])}, nil
}

func (v *cosignatureVerifier) Name() string    { return v.name }
func (v *cosignatureVerifier) KeyHash() uint32 { return v.hash }

func (v *cosignatureVerifier) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	header := fmt.Sprintf("cosignature/v1\ntime %d\n", binary.BigEndian.Uint64(sig))
	return ed25519.Verify(v.key, append([]byte(header), msg...), sig[8:])
}
