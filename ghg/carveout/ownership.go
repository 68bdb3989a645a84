package carveout

import (
	"fmt"

	"github.com/localghg/localghg/ghg/words"
)

// Ownership says whether the council controls a site. The zero Ownership is
// unstated, and refused: it decides what is managed. The register says it once, of each
// facility; tags of records and effects of a plan are looked up there.
type Ownership uint8

// A site is the council's or another's.
const (
	OwnershipUnstated Ownership = iota
	CouncilOwned
	OthersOwned
)

// String is "council-owned", "owned by others" or "unstated".
func (o Ownership) String() string {
	if int(o) < len(ownerships) {
		return ownerships[o].En
	}
	return fmt.Sprintf("unknown ownership (%d)", uint8(o))
}

// MarshalText writes what String says.
func (o Ownership) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// Korean is the ownership in Korean: "지자체 소유", "민간·타 기관 소유", "미기재".
func (o Ownership) Korean() string {
	if int(o) < len(ownerships) {
		return ownerships[o].Ko
	}
	return fmt.Sprintf("알 수 없는 소유 구분 (%d)", uint8(o))
}

// Valid reports whether the ownership is stated.
func (o Ownership) Valid() bool { return o == CouncilOwned || o == OthersOwned }

var ownerships = []words.Term{{En: "unstated", Ko: "미기재"}, {En: "council-owned", Ko: "지자체 소유"},
	{En: "owned by others", Ko: "민간·타 기관 소유"}}

// ownershipWords are those of files. A public corporation (공기업) is none of them: whether
// the council controls it, a document has to say.
var ownershipWords = words.NewSet(CouncilOwned, []string{CouncilOwned.String(), OthersOwned.String()}, map[string]Ownership{
	"council": CouncilOwned, "municipal": CouncilOwned, "local government": CouncilOwned,
	"지자체": CouncilOwned, "지자체 소유": CouncilOwned, "지자체 직영": CouncilOwned, "시 소유": CouncilOwned, "군 소유": CouncilOwned, "구 소유": CouncilOwned,
	"others": OthersOwned, "private": OthersOwned, "민간": OthersOwned, "민간 소유": OthersOwned, "타 기관": OthersOwned, "타기관 소유": OthersOwned,
	"민간·타 기관 소유": OthersOwned, "국가": OthersOwned, "기타": OthersOwned,
})
