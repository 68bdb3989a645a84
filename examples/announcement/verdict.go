package main

// verdict is what comes of a statement.
type verdict uint8

const (
	reproduces   verdict = iota + 1 // computed from other published figures, it comes out as printed
	asPublished                     // it stands as it was published; there is nothing to compute it from
	contradicted                    // other published figures, or the library's terms, say otherwise
	cannotTell                      // what is published does not decide it
	noAccounting                    // it states nothing that could be counted
)

var verdicts = [...]text{{}, {"reproduces", "공표값과 일치"}, {"as published", "공표된 그대로"}, {"contradicted", "다른 공표 자료와 모순"},
	{"cannot tell", "판단할 수 없음"}, {"no accounting", "셈할 것 없음"}}

// answer is what the library has to say of a statement.
type answer struct {
	verdict verdict
	by      text // what answers
	figure  text // the figures, as a table shows them
	detail  text // how it comes about
	sources []string
}
