package ghg

// How the cell was written that a value was read from, in one byte: a style, and
// the power of ten that its unit adds. Most numbers can so be written as they were
// read; the text of others is kept.
const (
	withPoint  = 1 << 5 // 12.50
	withComma  = 2 << 5 // 12,50
	asKey      = 7 << 5 // the letters of the key
	styles     = 7 << 5
	powerShift = 16 // the power -16 is 0
)

func writtenWith(mark byte, power int32) uint8 {
	style := uint8(withPoint)
	if mark == ',' {
		style = withComma
	}
	return style | uint8(power+powerShift)
}

// AsRead is the text of the cell that the number was read from, or the key where
// there is no number: "12,50", "1.5e3", "NE; NE". It is "" of a value that was not
// read from a file. It stays as it was when the value is said in another unit.
func (v Value) AsRead() string {
	n := v.number()
	n.exp -= int32(v.written&^styles) - powerShift
	switch v.written & styles {
	case withPoint:
		return n.text('.')
	case withComma:
		return n.text(',')
	case asKey:
		return v.key.String()
	}
	if v.more == nil {
		return ""
	}
	return v.more.text
}

// ReadAs is the value with the text that it was read from, for readers of one's
// own. What it reports is the same.
func (v Value) ReadAs(text string) Value {
	if v.written = 0; v.more != nil && v.more.text != "" {
		v = v.with(func(x *valueMore) { x.text = "" })
	}
	if text == "" {
		return v
	}
	if v.kind == missing {
		if v.key != KeyNone && text == v.key.String() {
			v.written = asKey
			return v
		}
	} else if written, ok := v.writtenAs(text); ok {
		v.written = written
		return v
	}
	return v.with(func(x *valueMore) { x.text = text })
}

// writtenAs says how a text writes the number of the value, if it does as usual.
func (v Value) writtenAs(text string) (uint8, bool) {
	if v.more != nil && v.more.long != nil {
		return 0, false
	}
	for _, mark := range []byte(".,") {
		n, usual, ok := plainNumber([]byte(text), mark)
		power := int32(v.exp) - n.exp
		if is := v.number(); usual && ok && n.hi == is.hi && n.lo == is.lo && power >= -powerShift && power < powerShift {
			return writtenWith(mark, power), true
		}
	}
	return 0, false
}
