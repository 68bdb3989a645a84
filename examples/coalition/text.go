package main

import (
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/words"
)

// What is said, in two languages.
var (
	heading = words.Term{En: "%s, %d: one inventory of many (%s, metric %s; places as of %s; %d inventories)",
		Ko: "%s, %d년: 여러 인벤토리의 합산 (%s, 지구온난화지수 %s, 구역 기준일 %s, 인벤토리 %d건)"}
	viewHeading   = words.Term{En: "\n== %s", Ko: "\n== %s"}
	sumLine       = words.Term{En: "sum %s; %s; complete: %s", Ko: "합계 %s, %s, 완전성: %s"}
	countLine     = words.Term{En: "by count: %d of %d places have a number", Ko: "개수 기준: %[2]d곳 가운데 %[1]d곳에 수치가 있음"}
	extentLine    = words.Term{En: "by %s: %s covered (%s)", Ko: "%s 기준: %s 포함 (%s)"}
	extentUnknown = words.Term{En: "by %s: not known: %s", Ko: "%s 기준: 알 수 없음: %s"}
	extentMissing = words.Term{En: "    missing: %s, %s", Ko: "    없음: %s, %s"}
	addedBecause  = words.Term{En: "added because %s; %s", Ko: "합산 근거: %s, %s"}
	rowLine       = words.Term{En: "  %s %s: %s from %d of %d places", Ko: "  %s %s: %s, %[5]d곳 가운데 %[4]d곳"}
	rowMissing    = words.Term{En: "      no number of: %s", Ko: "      수치 없음: %s"}
	rowRefused    = words.Term{En: "  %s:", Ko: "  %s:"}
	noOwn         = words.Term{En: "      %s states no figure of its own", Ko: "      %s 자체 수치 없음"}
	ownLine       = words.Term{En: "      stated %s, difference %s, rounding up to %s: %s", Ko: "      공표값 %s, 차이 %s, 반올림 한도 %s: %s"}
	ownLacks      = words.Term{En: "      what is stated has no number in %s", Ko: "      공표값에 수치가 없는 항목: %s"}
	rowsHeading   = words.Term{En: "\n== Rows that are stated as sums, against their parts", Ko: "\n== 합계로 공표된 행과 하위 항목의 대조"}
	rowsLine      = words.Term{En: "  %s %s, rows as stated: %s from %d of %d places",
		Ko: "  %s %s, 공표된 행의 합: %s, %[5]d곳 가운데 %[4]d곳"}
	partsLine      = words.Term{En: "    and by their parts: %s", Ko: "    하위 항목으로 더하면: %s"}
	findingsLine   = words.Term{En: "findings: %d", Ko: "확인 사항: %d건"}
	refusedLine    = words.Term{En: "  refused: %s", Ko: "  거부: %s"}
	rankHeading    = words.Term{En: "\n== %s per head, by %s; the lowest first", Ko: "\n== %s 1인당(면적은 km²당) 배출량, %s, 낮은 순"}
	rankWithout    = words.Term{En: "    – without a rank, as a number is not known: %s", Ko: "    – 수치를 알 수 없어 순위 없음: %s"}
	notUsed        = words.Term{En: "\n== Not in the group, and not used", Ko: "\n== 집계 대상이 아니어서 쓰지 않은 지역"}
	otherYears     = words.Term{En: "\n== Of other years, and not used", Ko: "\n== 다른 연도여서 쓰지 않은 인벤토리"}
	readerFindings = words.Term{En: "\n== Remarks on the files", Ko: "\n== 파일에 대한 확인 사항"}
	readerFaults   = words.Term{En: "\n== Not read", Ko: "\n== 읽지 못한 것"}
)

func yesNo(yes bool) words.Term {
	if yes {
		return words.Term{En: "yes", Ko: "예"}
	}
	return words.Term{En: "no", Ko: "아니요"}
}

func explained(yes bool) words.Term {
	if yes {
		return words.Term{En: "explained", Ko: "설명됨"}
	}
	return words.Term{En: "NOT explained", Ko: "설명되지 않음"}
}

// list writes items under a heading, if there are any.
func (s *story) list(heading words.Term, items []string) {
	if len(items) == 0 {
		return
	}
	s.say(heading)
	for _, x := range items {
		s.text.WriteString("  - " + strings.ReplaceAll(x, "\n", "\n    ") + "\n")
	}
}

// finding is a finding as one line.
func (s *story) finding(f ghg.Finding) string {
	if s.ko {
		return f.Korean()
	}
	return f.String()
}

// lang is the language of the story.
func (s *story) lang() words.Language {
	if s.ko {
		return words.Korean
	}
	return words.English
}

// told is what the library says, in both languages.
func told(text string) words.Term {
	korean, _ := words.InKorean(text)
	return words.Term{En: text, Ko: korean}
}

// metricName is the metric of the sums.
func (s *story) metricName() words.Term {
	if s.metric == ghg.Unstated {
		return words.Term{En: s.metric.String(), Ko: "미상"}
	}
	return words.Term{En: s.metric.String(), Ko: s.metric.String()}
}

// nameOf is the name of a view.
func (s *story) nameOf(v ghg.View) words.Term {
	ko := v.NameKo()
	if ko == "" {
		ko = v.Name()
	}
	return words.Term{En: v.Name(), Ko: ko}
}

// category is the name of a node of the scheme.
func (s *story) category(code string) words.Term {
	for n := range s.book.tree.scheme.Nodes() {
		if n.Code == code {
			if n.NameKo == "" {
				n.NameKo = n.Name
			}
			if above, _ := s.book.tree.scheme.Node(n.Parent); above.Parent != "" { // it may be one of many of its name
				n.Name, n.NameKo = above.Name+": "+n.Name, above.NameKo+": "+n.NameKo
			}
			return words.Term{En: n.Name, Ko: n.NameKo}
		}
	}
	return words.Term{En: code, Ko: code}
}

// named is places as they were on the day.
func (s *story) named(list []place.Place) words.Term {
	items := make([]words.Term, len(list))
	for i, p := range list {
		text := p.String()
		if on, err := p.On(s.book.day); err == nil {
			text = on.String()
		}
		items[i] = words.Term{En: text, Ko: text}
	}
	return words.Join(items, ", ")
}
