package sheet

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// The words of closed sets, in English and as Korean files write them.
var (
	stageWords = words.SetOf(strategy.StageUnstated, map[string]strategy.Stage{
		"구상": strategy.Idea, "기획": strategy.Scoping, "타당성조사": strategy.Feasibility, "타당성검토": strategy.Feasibility,
		"승인": strategy.Approved, "확정": strategy.Approved, "예산확보": strategy.Funded,
		"추진": strategy.InProgress, "추진중": strategy.InProgress, "진행중": strategy.InProgress, "시행중": strategy.InProgress,
		"완료": strategy.Completed, "준공": strategy.Completed, "운영": strategy.Operating, "운영중": strategy.Operating,
		"연기": strategy.Postponed, "보류": strategy.Postponed, "취소": strategy.Cancelled, "폐지": strategy.Cancelled,
		"통합": strategy.Merged, "대체": strategy.Superseded,
	})
	levelWords = words.SetOf(strategy.GovernanceLevel(0), map[string]strategy.GovernanceLevel{
		"기초": strategy.Municipality, "시군구": strategy.Municipality, "광역": strategy.Province, "시도": strategy.Province,
		"국가": strategy.Nation, "중앙정부": strategy.Nation,
	})
	roleWords = words.SetOf(strategy.PartnerRole(0),
		map[string]strategy.PartnerRole{"협조": strategy.Support, "지원": strategy.Support, "공동주관": strategy.CoLead})
	kindWords        = wordsOfKinds()
	interactionWords = words.SetOf(strategy.InteractionUnstated, map[string]strategy.Interaction{
		"독립": strategy.Independent, "중복": strategy.Overlapping, "상승": strategy.Reinforcing, "중복및상승": strategy.OverlappingAndReinforcing,
	})
	fundsWords = words.SetOf(strategy.NationalFunds, map[string]strategy.Funds{
		"국비": strategy.NationalFunds, "시도비": strategy.ProvincialFunds, "시비도비": strategy.ProvincialFunds, "도비": strategy.ProvincialFunds,
		"시군구비": strategy.MunicipalFunds, "구군비": strategy.MunicipalFunds, "군비": strategy.MunicipalFunds, "구비": strategy.MunicipalFunds,
		"city": strategy.MunicipalFunds, // as files were written once
		"지방비":  strategy.LocalFunds, "기금": strategy.EarmarkedFunds, "민간": strategy.PrivateFunds, "민자": strategy.PrivateFunds,
		"가계": strategy.HouseholdFunds, "기업": strategy.BusinessFunds, "크레딧수입": strategy.CreditRevenue,
		"배출권수익": strategy.CreditRevenue, "배출권판매수익": strategy.CreditRevenue,
	})
	taskStateWords = words.SetOf(strategy.TaskState(0), map[string]strategy.TaskState{
		"미착수": strategy.TaskNotStarted, "시작전": strategy.TaskNotStarted, "추진중": strategy.TaskInProgress, "진행중": strategy.TaskInProgress,
		"완료": strategy.TaskCompleted, "취소": strategy.TaskCancelled,
	})
	purposeWords = words.SetOf(strategy.Mitigation, map[string]strategy.Purpose{
		"감축": strategy.Mitigation, "적응": strategy.Adaptation, "감축적응": strategy.MitigationAndAdaptation, "both": strategy.MitigationAndAdaptation,
	})
	statusWords = words.NewSet(ghg.Actual, namesOf(ghg.Actual, ghg.Projected), map[string]ghg.Status{
		"확정": ghg.Actual, "실적": ghg.Actual, "잠정": ghg.Provisional, "추정": ghg.Estimated, "속보": ghg.Nowcast,
		"전망": ghg.Projected, "계획": ghg.Projected,
	})
	yesWords = words.NewSet[uint8](0, []string{"false", "true"}, map[string]uint8{
		"no": 0, "n": 0, "x": 0, "0": 0, "아니오": 0, "yes": 1, "y": 1, "o": 1, "1": 1, "예": 1, "계속": 1, "계속사업": 1,
	})
)

// wordsOfKinds are those of the kinds, with their Korean names.
func wordsOfKinds() words.Set[strategy.Kind] {
	var names []string
	korean := map[string]strategy.Kind{}
	for _, k := range strategy.Kinds() {
		names = append(names, k.String())
		korean[k.Korean()] = k
	}
	return words.NewSet(strategy.Potential, names, korean)
}

// namesOf are the names of a closed set, from its first value to its last.
func namesOf[T interface {
	~uint8
	String() string
}](first, last T) (names []string) {
	for v := first; v <= last; v++ {
		names = append(names, v.String())
	}
	return names
}
