// Package activity estimates tables of activity data: bills, sales, meters, one a line.
//
// [Read] reads delimited text, with English or Korean headers, as [ghg.ReadCSV] reads
// records. Each row names its method and its factors; a [Sheet] has its records, and the
// derivation of a line when it is asked for. Rows with a fault are told by line and column,
// and the others stand.
//
// # Columns
//
//	place 지역, year 연도, category 배출원   where, when (a year, or first/last day), what: as in records
//	amount 사용량, unit 단위                activity data, from 0 on, in a unit of package ghg
//	method 산정방법                        combustion 연소, electricity 전력, heat 열, methane commitment 매립
//	factors 배출계수                       the set by name, below
//	of 대상                               the fuel, or the waste
//	rule 계수기준                          of the year 해당 연도, at year end 연말 기준, or a day: 2023-12-31
//	sector 부문                           energy industries 에너지산업, manufacturing 제조업, commercial 상업·공공,
//	                                     residential 가정, road 도로
//	biogenic 바이오매스비율                 share of the energy; else that of the fuel in the tables of the IPCC
//	calorific 발열량                       a calorific value by name: ncv.2017.gasoline
//	parameters 매개변수                    what the row states: CH4 = 3.9 kg CH4/TJ (net); N2O = …
//	factor_source 계수출처                 needed where the row states a number of a factor
//	source 출처, activity 활동, facility 시설, scheme 분류체계   as in records
//
// The first seven but of must be there: place, year, category, amount, unit, method, factors.
// A cell that the method would not use is refused, not passed over.
//
// # Sets of factors
//
//	combustion   IPCC 2006                calorific value and factors of the IPCC; fuel in mass or net energy
//	             Energy Act + IPCC 2006   Korean calorific value (에너지법), CO2, CH4 and N2O of the IPCC
//	             GIR 국가고유              the same with the carbon content of GIR, × 44/12: diesel and city gas
//	             stated 자체               all by the row
//	electricity  consumption end 소비단; the same, single year 단년도 or mean of years 다년 평균 where a
//	             notice has both; consumption end, IPCC 1996; stated
//	heat         a branch of the Korea District Heating Corporation (대구지사), or stated; the
//	             parameter from (열원) says what is counted: all supplied (GPC), fuel, electricity …
//	methane commitment   IPCC 2006 for DOC, DOCf and F; MCF by the kind of site or as a number;
//	             OX and recovered are stated
//
// Korean sets are asked by the rule of the row, and no value of another day or year is taken.
// From 2022-11-21 their tables have net calorific values for diesel and city gas alone: other
// fuels of later years are refused, or take an older value that the row names, which is a
// finding ([FindingOlderValue]). CH4 and N2O of the road are no stationary ones: the row
// states them, or they are not estimated (NE).
//
// # Records
//
// One a row and gas, with method, source, file, its SHA-256 and line. A factor that is
// printed as a total stays on its metric; on another that is asked for it is taken by its
// gases, or refused. Findings on factors are told once, at the first row that has them.
//
// # Speed
//
// Factors are looked up once for all rows that have the same cells but for amount, place and
// texts. Such rows emit in proportion to their amounts, which is held against the method for
// three amounts; where a number would be rounded otherwise than by the method, the method
// itself works it out. What a record says is what its derivation gives, to the last digit.
package activity
