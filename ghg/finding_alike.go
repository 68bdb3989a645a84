package ghg

// alike are remarks on records, of which those that say the same of a category are one
// finding: a form has the same on many lines.
type alike struct {
	at   map[alikeID]int
	list []alikeRemark
}

type alikeID struct {
	code, stated, detail string
	node                 int32
}

type alikeRemark struct {
	Finding
	rows []int32
}

func (a *alike) add(row, node int32, f Finding) {
	id := alikeID{f.Code, f.Stated, f.Detail, node}
	if f.Code == FindingNegative { // of whatever amount
		id.stated = ""
	}
	i, met := a.at[id]
	if !met {
		if a.at == nil {
			a.at = map[alikeID]int{}
		}
		i = len(a.list)
		a.at[id] = i
		a.list = append(a.list, alikeRemark{Finding: f})
	}
	a.list[i].rows = append(a.list[i].rows, row)
}

// tell adds the findings in the order in which each was first met.
func (a *alike) tell(findings *Findings, inv *inventory) {
	for _, r := range a.list {
		if len(r.rows) > 1 {
			r.Detail = inv.named(r.rows).En + ": " + r.Detail
		}
		findings.Add(r.Finding)
	}
}
