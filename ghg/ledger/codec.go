package ledger

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"math/big"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// The binary form of partial sums, version 1:
//
//	form      "localghg partial 1\n"
//	scheme    text: its ID
//	n         varint: how many sums there are
//	n times   the key as texts, in the order of its fields: place, period, category, gas, scope, variant,
//	          status, tags, fuel, activity, facility, of which scope, variant and status are one byte each;
//	          then the exponent of the sum and the sign of its coefficient (0, 1 or 255), one byte each,
//	          and the coefficient as a text of bytes, the largest first
//	checksum  SHA-256 of all before it
//
// A text is its length as a varint (unsigned LEB128), and its bytes. Sums stand in the order
// of their keys, without zeros at their ends, so that equal sums have equal bytes.
const partialForm = "localghg partial 1\n"

// MarshalBinary writes the sums in a form that is the same for the same sums. A version that
// was ever written stays readable.
func (p Partial) MarshalBinary() ([]byte, error) {
	d := p.get()
	if d.scheme.IsZero() {
		return nil, errNoScheme
	}
	b := []byte(partialForm)
	b = appendText(b, string(d.scheme.ID()))
	b = binary.AppendUvarint(b, uint64(len(d.keys)))
	for i, k := range d.keys {
		for _, text := range []string{string(k.Place), k.Period.String(), k.Category, k.Gas.String()} {
			b = appendText(b, text)
		}
		b = append(b, byte(k.Scope), byte(k.Variant), byte(k.Status))
		for _, text := range []string{k.Tags.String(), k.Fuel, k.Activity, k.Facility} {
			b = appendText(b, text)
		}
		c := d.sums[i].Coefficient()
		b = append(b, byte(int8(d.sums[i].Exponent())), byte(int8(c.Sign())))
		b = appendText(b, string(c.Bytes()))
	}
	sum := sha256.Sum256(b)
	return append(b, sum[:]...), nil
}

func appendText(b []byte, text string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}

// FormError says that bytes are no partial sums, or damaged ones.
type FormError struct{ Detail string }

func (e *FormError) Error() string { return "no partial sums: " + e.Detail }

// UnmarshalBinary reads what [Partial.MarshalBinary] writes, of the scheme that p has
// ([NewPartial]); sums of another are a [*SchemeError]. What is cut, damaged, or written in
// any other way than MarshalBinary does is refused with a [*FormError], and p stays as it was.
func (p *Partial) UnmarshalBinary(data []byte) error {
	scheme := p.Scheme()
	if scheme.IsZero() {
		return errNoScheme
	}
	body := len(data) - sha256.Size
	if body < 0 || !bytes.HasPrefix(data[:body], []byte(partialForm)) {
		return &FormError{"they do not begin with the form " + partialForm[:len(partialForm)-1] + ", or are cut"}
	}
	if sum := sha256.Sum256(data[:body]); !bytes.Equal(sum[:], data[body:]) {
		return &FormError{"the checksum is not that of the bytes: they are cut or damaged"}
	}
	read, err := readPartial(&partialReader{rest: data[len(partialForm):body]}, scheme)
	if err != nil {
		return err
	}
	if again, err := read.MarshalBinary(); err != nil || !bytes.Equal(again, data) {
		return &FormError{"they are not written as MarshalBinary writes them"}
	}
	*p = read
	return nil
}

func readPartial(r *partialReader, scheme ghg.Scheme) (Partial, error) {
	if id := ghg.SchemeID(r.text()); id != scheme.ID() {
		return Partial{}, &SchemeError{scheme.ID(), id}
	}
	keys := newKeyIndex(scheme)
	sums := newSummands(scheme, 0)
	n := r.number()
	for range n {
		k, sum := r.sum()
		if r.err != nil {
			return Partial{}, &FormError{r.err.Error()}
		}
		clean, err := keys.check(k)
		if err != nil {
			return Partial{}, &FormError{err.Error()}
		}
		sums.add(clean, sum)
	}
	if len(r.rest) > 0 || r.err != nil {
		return Partial{}, &FormError{"there is more or less than it says"}
	}
	return partialOf(sums.of, sums.keys, sums.sums)
}

// partialReader takes bytes apart; after the first error all is zero.
type partialReader struct {
	rest []byte
	err  error
}

var errCut = errors.New("they are cut")

func (r *partialReader) number() uint64 {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 {
		r.rest, r.err = nil, errCut
		return 0
	}
	r.rest = r.rest[size:]
	return n
}

func (r *partialReader) text() string {
	n := r.number()
	if n > uint64(len(r.rest)) {
		r.rest, r.err = nil, errCut
		return ""
	}
	text := string(r.rest[:n])
	r.rest = r.rest[n:]
	return text
}

func (r *partialReader) byte() byte {
	if len(r.rest) == 0 {
		r.err = errCut
		return 0
	}
	b := r.rest[0]
	r.rest = r.rest[1:]
	return b
}

// sum reads a key and its sum.
func (r *partialReader) sum() (Key, decimal.Decimal) {
	var k Key
	k.Place = ghg.PlaceID(r.text())
	period, errPeriod := ghg.ParsePeriod(r.text())
	k.Period, k.Category = period, r.text()
	gas, errGas := ghg.ParseGas(r.text())
	k.Gas, k.Scope, k.Variant, k.Status = gas, ghg.Scope(r.byte()), ghg.Variant(r.byte()), ghg.Status(r.byte())
	k.Tags = ghg.MakeTags(r.text())
	k.Fuel, k.Activity, k.Facility = r.text(), r.text(), r.text()
	exp, sign := int8(r.byte()), int8(r.byte())
	c := new(big.Int).SetBytes([]byte(r.text()))
	if sign < 0 {
		c.Neg(c)
	}
	if r.err == nil {
		r.err = errors.Join(errPeriod, errGas)
	}
	if exp < -exact.MaxExponent || exp > mostDigits || c.BitLen() > 320 {
		r.err = fmt.Errorf("a sum of %d bits with exponent %d", c.BitLen(), exp)
	}
	return k, decimal.NewFromBigInt(c, int32(exp))
}
