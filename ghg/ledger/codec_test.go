package ledger_test

import (
	"crypto/sha256"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ipcc"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func smallPartial(t *testing.T) ledger.Partial {
	b := builder(t)
	require.NoError(t, b.Add(ghent, ghg.MustMass("12.50 t")))
	require.NoError(t, b.Add(with(func(k *ledger.Key) {
		k.Place, k.Gas, k.Tags, k.Fuel, k.Status = "나주", ghg.CO2, ghg.MakeTags("ets", "a"), "gas", ghg.Provisional
	}), ghg.MustMass("-3 Mt")))
	return b.Ledger().Partial()
}

// The bytes of a form that was ever written stay as they are, and readable.
func TestPartialForm(t *testing.T) {
	data, err := smallPartial(t).MarshalBinary()
	require.NoError(t, err)
	body := "localghg partial 1\n\x07GPC 1.1\x02" +
		"\x05Ghent\x042018\x05I.1.1\x03CH4\x00\x00\x00\x00\x00\x00\x00\xff\x01\x01\x7d" +
		"\x06나주\x042018\x05I.1.1\x03CO2\x00\x00\x01\x05a;ets\x03gas\x00\x00\x06\xff\x01\x03"
	sum := sha256.Sum256([]byte(body))
	assert.Equal(t, body+string(sum[:]), string(data))
}

// Whatever happens to a byte, or to the end, is noticed.
func TestDamagedPartialsAreRefused(t *testing.T) {
	data, err := smallPartial(t).MarshalBinary()
	require.NoError(t, err)
	p := ledger.NewPartial(gpc.Scheme)
	var form *ledger.FormError
	for n := range data {
		require.ErrorAs(t, p.UnmarshalBinary(data[:n]), &form, "cut at %d", n)
		for bit := range 8 {
			damaged := slices.Clone(data)
			damaged[n] ^= 1 << bit
			require.ErrorAs(t, p.UnmarshalBinary(damaged), &form, "byte %d, bit %d", n, bit)
		}
	}
	require.ErrorAs(t, p.UnmarshalBinary(append(slices.Clone(data), 0)), &form)
	assert.Zero(t, p.Len(), "what is refused leaves no trace")
	require.NoError(t, p.UnmarshalBinary(data))
	assert.Equal(t, 2, p.Len())
}

// signed is a body with a checksum that is right, as somebody may write one.
func signed(body string) []byte {
	sum := sha256.Sum256([]byte(body))
	return append([]byte(body), sum[:]...)
}

func TestForgedPartialsAreRefused(t *testing.T) {
	const (
		head = "localghg partial 1\n\x07GPC 1.1\x01"
		key  = "\x05Ghent\x042018\x05I.1.1\x03CH4\x00\x00\x00\x00\x00\x00\x00"
		rest = "\xff\x01\x01\x7d"
	)
	p := ledger.NewPartial(gpc.Scheme)
	require.NoError(t, p.UnmarshalBinary(signed(head+key+rest)))
	const notSo = "no partial sums: they are not written as MarshalBinary writes them"
	for name, c := range map[string]struct{ body, want string }{
		"zeros at the end":      {head + key + "\xfe\x01\x02\x04\xe2", notSo}, // 12.50
		"a longer varint":       {strings.Replace(head, "\x01", "\x81\x00", 1) + key + rest, notSo},
		"the same key twice":    {strings.Replace(head, "\x01", "\x02", 1) + key + rest + key + rest, notSo},
		"another spelling":      {head + strings.Replace(key, "I.1.1", "i.1.1", 1) + rest, notSo},
		"a sign of its own":     {head + key + "\xff\x02\x01\x7d", notSo},
		"more than is said":     {head + key + rest + "\x00", "no partial sums: there is more or less than it says"},
		"less than is said":     {strings.Replace(head, "\x01", "\x02", 1) + key + rest, "no partial sums: they are cut"},
		"no number of sums":     {"localghg partial 1\n\x07GPC 1.1", "no partial sums: there is more or less than it says"},
		"no such category":      {head + strings.Replace(key, "I.1.1", "I.1.9", 1) + rest, "category \"I.1.9\": no category of GPC 1.1"},
		"no such year":          {head + strings.Replace(key, "2018", "1018", 1) + rest, "no partial sums: period \"1018\""},
		"no such gas":           {head + strings.Replace(key, "CH4", "CH9", 1) + rest, "no partial sums: unknown gas"},
		"too many places":       {head + key + "\xe1\x01\x01\x7d", "no partial sums: a sum of 7 bits with exponent -31"},
		"too large":             {head + key + "\x3c\x01\x01\x7d", "more than 60 digits before its decimal mark"},
		"a text beyond the end": {head + "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", "no partial sums: they are cut"},
		"another version":       {"localghg partial 2\n\x07GPC 1.1\x00", "they do not begin with the form localghg partial 1, or are cut"},
		"another scheme":        {"localghg partial 1\n\x07GPC 1.0\x00", "sums of GPC 1.1 and of GPC 1.0 do not meet"},
		"sums without end":      {strings.Replace(head, "\x01", "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 1) + key + rest, "they are cut"},
	} {
		require.ErrorContains(t, p.UnmarshalBinary(signed(c.body)), c.want, name)
	}
	assert.Equal(t, 1, p.Len())
}

func TestSumsOfTwoSchemesDoNotMeet(t *testing.T) {
	other := ledger.NewPartial(ipcc.Scheme2006)
	_, err := smallPartial(t).Merge(other)
	var schemes *ledger.SchemeError
	require.ErrorAs(t, err, &schemes)
	data, err := smallPartial(t).MarshalBinary()
	require.NoError(t, err)
	require.ErrorAs(t, other.UnmarshalBinary(data), &schemes)
	assert.Equal(t, ghg.SchemeID("GPC 1.1"), schemes.B)
	assert.Contains(t, schemes.Error(), "take categories from one scheme to the other first")
}

// All gases are written so that they are read again.
func TestAllGasesComeBack(t *testing.T) {
	b := builder(t)
	for g := range ghg.AllGases() {
		require.NoError(t, b.Add(with(func(k *ledger.Key) { k.Gas = g }), ghg.MustMass("0.1 t")))
	}
	data, err := b.Ledger().Partial().MarshalBinary()
	require.NoError(t, err)
	p := ledger.NewPartial(gpc.Scheme)
	require.NoError(t, p.UnmarshalBinary(data))
	assert.Equal(t, b.Ledger().Partial().Len(), p.Len())
	assert.Greater(t, p.Len(), 100)
}

func FuzzUnmarshal(f *testing.F) {
	r := rand.New(rand.NewPCG(1, 3))
	for range 4 {
		b, _ := ledger.NewBuilder(gpc.Scheme)
		accepted(b, someRows(r))
		data, _ := b.Ledger().Partial().MarshalBinary()
		f.Add(data[:max(0, len(data)-sha256.Size)])
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		p := ledger.NewPartial(gpc.Scheme)
		if data := signed(string(body)); p.UnmarshalBinary(data) == nil {
			again, err := p.MarshalBinary()
			require.NoError(t, err)
			require.Equal(t, data, again)
		}
	})
}
