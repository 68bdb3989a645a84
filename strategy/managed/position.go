package managed

import (
	"fmt"

	"github.com/localghg/localghg/ghg/words"
)

// Position says where an effect of an action cuts, or a source emits, as the trading
// scheme sees it. The zero Position is unstated.
type Position uint8

// The positions of an effect or a source.
const (
	PositionUnstated Position = iota
	// InsideETS is what the scheme covers at a site: the operator answers for it, and
	// may sell the allowances that a cut frees.
	InsideETS
	// IndirectETS is the use of energy outside covered sites: where less is used, a
	// power station that the scheme covers emits less.
	IndirectETS
	// OutsideETS is what no covered site emits.
	OutsideETS
)

// String is the position as files have it: "inside_ets", "indirect_ets", "outside".
func (p Position) String() string {
	if int(p) < len(positions) {
		return positions[p].En
	}
	return fmt.Sprintf("unknown position (%d)", uint8(p))
}

// MarshalText writes what String says.
func (p Position) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// Korean is the position in Korean: "배출권거래제 대상", "배출권거래제 간접", "배출권거래제 비대상".
func (p Position) Korean() string {
	if int(p) < len(positions) {
		return positions[p].Ko
	}
	return fmt.Sprintf("알 수 없는 구분 (%d)", uint8(p))
}

// Valid reports whether the position is stated.
func (p Position) Valid() bool { return p >= InsideETS && p <= OutsideETS }

var positions = []words.Term{{En: "unstated", Ko: "미기재"}, {En: "inside_ets", Ko: "배출권거래제 대상"},
	{En: "indirect_ets", Ko: "배출권거래제 간접"}, {En: "outside", Ko: "배출권거래제 비대상"}}

var positionWords = words.SetOf(InsideETS, map[string]Position{
	"inside": InsideETS, "배출권거래제 대상": InsideETS, "할당대상": InsideETS, "대상": InsideETS,
	"indirect": IndirectETS, "배출권거래제 간접": IndirectETS, "간접": IndirectETS,
	"outside_ets": OutsideETS, "배출권거래제 비대상": OutsideETS, "비대상": OutsideETS,
})
