package place

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Level is what a place is among the governments of its country. The zero Level is not
// stated.
type Level uint8

// A Metropolitan government (광역) has others below it: a province, a state, in Korea a
// metropolitan city too. A Basic one (기초) is a city, county or autonomous district. An
// OrdinaryDistrict (일반구) is a part of its city, and an AdministrativeCity (행정시) a part
// of its province: they may report figures, and are no governments.
const (
	Metropolitan Level = iota + 1
	Basic
	OrdinaryDistrict
	AdministrativeCity
)

var levelNames = [...]string{"metropolitan", "basic", "ordinary-district", "administrative-city"}

var levelWords = words.NewSet(Metropolitan, levelNames[:], map[string]Level{
	"광역": Metropolitan, "기초": Basic, "일반구": OrdinaryDistrict, "행정시": AdministrativeCity,
})

// valid reports whether it is one of the levels.
func (l Level) valid() bool { return l >= Metropolitan && l <= AdministrativeCity }

// IsGovernment reports whether a place of this level is a local government.
func (l Level) IsGovernment() bool { return l == Metropolitan || l == Basic }

// String is the level in small letters, and "" where it is not stated.
func (l Level) String() string {
	if !l.valid() {
		return ""
	}
	return levelNames[l-Metropolitan]
}

// MarshalText writes what String says.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// Korean is the level in Korean, as laws and statistics name it.
func (l Level) Korean() string {
	if !l.valid() {
		return ""
	}
	return [...]string{"광역", "기초", "일반구", "행정시"}[l-Metropolitan]
}

// ParseLevel reads a level as String writes it, and in Korean.
func ParseLevel(s string) (Level, error) {
	if l, ok := levelWords.Find(s); ok {
		return l, nil
	}
	return 0, &ghg.UnknownError{What: "level", ID: s, Allowed: levelNames[:]}
}

// below reports whether a place of this level may stand below one of another.
func (l Level) below(parent Level) bool {
	switch l {
	case OrdinaryDistrict:
		return parent == Basic
	case Metropolitan, Basic, AdministrativeCity:
		return parent == Metropolitan
	}
	return false
}
