package transport

import "github.com/localghg/localghg/ghg/words"

// Mode is what carries: the equation is one, the tables of factors differ.
type Mode uint8

// The modes of V2 Ch3.
const (
	Road Mode = iota + 1
	OffRoad
	Rail
	Water
	Aviation
)

var modes = [...]words.Term{
	{En: "mode not stated", Ko: "수단 미기재"}, {En: "road", Ko: "도로"}, {En: "off-road", Ko: "비도로"}, {En: "rail", Ko: "철도"},
	{En: "water-borne", Ko: "수상"}, {En: "aviation", Ko: "항공"},
}

var equations = [...]string{
	"IPCC 2006 V2 Ch3", "IPCC 2006 V2 Ch3, eq. 3.2.1 and 3.2.3", "IPCC 2006 V2 Ch3, eq. 3.3.1", "IPCC 2006 V2 Ch3, eq. 3.4.1",
	"IPCC 2006 V2 Ch3, eq. 3.5.1", "IPCC 2006 V2 Ch3, eq. 3.6.1",
}

// valid reports whether it is one of the modes.
func (m Mode) valid() bool { return m > 0 && int(m) < len(modes) }

// index is the place in the lists above.
func (m Mode) index() int {
	if !m.valid() {
		return 0
	}
	return int(m)
}

// String is the name in English, which is that of its table of [Defaults]: "water-borne".
func (m Mode) String() string { return modes[m.index()].En }

// Korean is the name in Korean.
func (m Mode) Korean() string { return modes[m.index()].Ko }
