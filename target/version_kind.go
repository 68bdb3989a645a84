package target

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/ghg/words"
)

// VersionKind says what a version did to the target; why a base was restated is its
// [Version.Cause].
type VersionKind uint8

// The kinds of version.
const (
	VersionFirst       VersionKind = iota // the target as it was first set
	VersionRestated                       // the base is told anew: a recalculation
	VersionRevised                        // a new goal: a political decision
	VersionReforecast                     // a new forecast of a dynamic baseline
	VersionSuperseding                    // another plan, on a basis of its own, in the place of the one before
)

var versionKinds = [...]words.Term{
	{En: "first", Ko: "최초 설정"}, {En: "restated", Ko: "재산정"}, {En: "revised", Ko: "목표 변경"}, {En: "reforecast", Ko: "전망 갱신"},
	{En: "superseding", Ko: "계획 대체"},
}

// String is the kind as data files name it: "restated".
func (k VersionKind) String() string { return k.term().En }

// Korean is the kind in Korean: "재산정".
func (k VersionKind) Korean() string { return k.term().Ko }

func (k VersionKind) term() words.Term {
	if int(k) < len(versionKinds) {
		return versionKinds[k]
	}
	return words.Term{En: fmt.Sprintf("unknown (%d)", uint8(k)), Ko: fmt.Sprintf("알 수 없음 (%d)", uint8(k))}
}

// MarshalText writes what String prints.
func (k VersionKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what String prints; another word is a [*ghg.UnknownError].
func (k *VersionKind) UnmarshalText(b []byte) error {
	names := make([]string, len(versionKinds))
	for i, t := range versionKinds {
		names[i] = t.En
	}
	i := slices.Index(names, string(b))
	if i < 0 {
		return &ghg.UnknownError{What: "kind of version", ID: string(b), Allowed: names}
	}
	*k = VersionKind(i)
	return nil
}

// triggers are the words that documents of form 1 and 2 have in the place of a kind and a
// cause.
var triggers = map[string]struct {
	kind  VersionKind
	cause bridge.CauseKind
}{
	"none": {VersionFirst, 0}, "boundary": {VersionRestated, bridge.CauseBoundary}, "method": {VersionRestated, bridge.CauseMethod},
	"error": {VersionRestated, bridge.CauseCorrection}, "gwp": {VersionRestated, bridge.CauseMetric},
	"structural": {VersionRestated, bridge.CauseStructural}, "data": {VersionRestated, bridge.CauseData},
	"not_stated": {VersionRestated, bridge.CauseUnknown}, "target_revised": {VersionRevised, 0},
	"baseline_updated": {VersionReforecast, 0}, "superseded": {VersionSuperseding, 0},
}
