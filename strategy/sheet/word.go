package sheet

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/localghg/localghg/strategy"
)

// words are the names of one of a few values, in small letters, and what Korean
// files call them.
type words struct {
	first  uint8 // the value of the first name
	names  []string
	korean map[string]uint8
}

var (
	stageWords = words{0, names(strategy.StageUnstated), map[string]uint8{
		"구상": uint8(strategy.Idea), "기획": uint8(strategy.Scoping), "타당성조사": uint8(strategy.Feasibility), "타당성검토": uint8(strategy.Feasibility),
		"승인": uint8(strategy.Approved), "확정": uint8(strategy.Approved), "예산확보": uint8(strategy.Funded),
		"추진": uint8(strategy.InProgress), "추진중": uint8(strategy.InProgress), "진행중": uint8(strategy.InProgress), "시행중": uint8(strategy.InProgress),
		"완료": uint8(strategy.Completed), "준공": uint8(strategy.Completed), "운영": uint8(strategy.Operating), "운영중": uint8(strategy.Operating),
		"연기": uint8(strategy.Postponed), "보류": uint8(strategy.Postponed), "취소": uint8(strategy.Cancelled), "폐지": uint8(strategy.Cancelled),
		"통합": uint8(strategy.Merged), "대체": uint8(strategy.Superseded),
	}}
	levelWords = words{0, names(strategy.GovernanceLevel(0)), map[string]uint8{
		"기초": uint8(strategy.Municipality), "시군구": uint8(strategy.Municipality), "광역": uint8(strategy.Province), "시도": uint8(strategy.Province),
		"국가": uint8(strategy.Nation), "중앙정부": uint8(strategy.Nation),
	}}
	roleWords        = words{0, names(strategy.PartnerRole(0)), map[string]uint8{"협조": uint8(strategy.Support), "지원": uint8(strategy.Support), "공동주관": uint8(strategy.CoLead)}}
	kindWords        = wordsOfKinds()
	interactionWords = words{0, names(strategy.InteractionUnstated), map[string]uint8{
		"독립": uint8(strategy.Independent), "중복": uint8(strategy.Overlapping), "상승": uint8(strategy.Reinforcing), "중복및상승": uint8(strategy.OverlappingAndReinforcing),
	}}
	fundsWords = words{uint8(strategy.NationalFunds), names(strategy.NationalFunds), map[string]uint8{
		"국비": uint8(strategy.NationalFunds), "시도비": uint8(strategy.ProvincialFunds), "시비도비": uint8(strategy.ProvincialFunds), "도비": uint8(strategy.ProvincialFunds),
		"시군구비": uint8(strategy.CityFunds), "군비": uint8(strategy.CityFunds), "구비": uint8(strategy.CityFunds),
		"민간": uint8(strategy.PrivateFunds), "민자": uint8(strategy.PrivateFunds), "배출권수익": uint8(strategy.CreditRevenue), "배출권판매수익": uint8(strategy.CreditRevenue),
	}}
	taskStateWords = words{0, names(strategy.TaskState(0)), map[string]uint8{
		"미착수": uint8(strategy.TaskNotStarted), "시작전": uint8(strategy.TaskNotStarted), "추진중": uint8(strategy.TaskInProgress), "진행중": uint8(strategy.TaskInProgress),
		"완료": uint8(strategy.TaskCompleted), "취소": uint8(strategy.TaskCancelled),
	}}
	yesWords = words{0, []string{"false", "true"}, map[string]uint8{
		"no": 0, "n": 0, "x": 0, "0": 0, "아니오": 0, "yes": 1, "y": 1, "o": 1, "1": 1, "예": 1, "계속": 1, "계속사업": 1,
	}}
)

// names are those of a closed set, from its first value.
func names[T interface {
	~uint8
	Valid() bool
	String() string
}](first T) []string {
	var out []string
	for v := first; v.Valid(); v++ {
		out = append(out, v.String())
	}
	return out
}

func wordsOfKinds() words {
	w := words{uint8(strategy.Potential), nil, map[string]uint8{}}
	for _, k := range strategy.Kinds() {
		w.names = append(w.names, k.String())
		w.korean[k.NameKo()] = uint8(k)
	}
	return w
}

// find is the value that a word names. Case, blanks and punctuation do not
// matter.
func (w words) find(word string) (uint8, bool) {
	folded := foldWord(word)
	for i, name := range w.names {
		if foldWord(name) == folded {
			return w.first + uint8(i), true
		}
	}
	v, ok := w.korean[folded]
	return v, ok
}

func foldWord(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \u00a0\t\n·ㆍ‧・/,_-", r) {
			return -1
		}
		return r
	}, strings.ToLower(s))
}

// list is the names, each with its Korean words where the word that was found is
// Korean.
func (w words) list(found string) string {
	isKorean := func(s string) bool {
		return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Hangul, r) })
	}
	if !isKorean(found) {
		return strings.Join(w.names, ", ")
	}
	list := slices.Clone(w.names)
	korean := make([][]string, len(list))
	for word, v := range w.korean {
		if isKorean(word) {
			korean[v-w.first] = append(korean[v-w.first], word)
		}
	}
	for i, all := range korean {
		if len(all) > 0 {
			slices.Sort(all)
			list[i] += " (" + strings.Join(all, ", ") + ")"
		}
	}
	return strings.Join(list, ", ")
}

// readWord is the value that a column names, or 0 where it is empty.
func readWord[T ~uint8](r csvRow, code, column string, w words) T {
	text := r.text(column)
	if text == "" {
		return 0
	}
	v, ok := w.find(text)
	if !ok {
		why := "allowed are " + w.list(text)
		if foldWord(text) == "시비" && column == "funds" {
			why = "it is read in two ways: write 시·도비 for a metropolitan city's money and 시·군·구비 for a municipality's; " + why
		}
		r.Refuse(code, column, fmt.Errorf("%s", why))
	}
	return T(v)
}

// needWord is the value that a column must name.
func needWord[T ~uint8](r csvRow, code, column string, w words) T {
	if r.need(column) == "" {
		return 0
	}
	return readWord[T](r, code, column, w)
}
