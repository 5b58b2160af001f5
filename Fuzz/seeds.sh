#!/usr/bin/env bash
# Writes a few seeds for one variant of a fuzz target:  Fuzz/seeds.sh VARIANT FOLDER
# All are made up; a fuzzer needs only the shape of a format to find its way.
set -euo pipefail
variant=$1 folder=$2
mkdir -p "$folder"
seed() { cat >"$folder/seed-$1"; }
case "$variant" in
opensky-csv)
    seed rows <<'CSV'
time,icao24,lat,lon,velocity,heading,vertrate,callsign,onground,alert,spi,squawk,baroaltitude,geoaltitude,lastposupdate,lastcontact
1633608001,398564,48.36,1.41,198.061,16.272,-13.0048,ABC9455,False,False,False,1054.0,6172.2,,1633608001,1633608001
1633608002,398564,48.37,1.42,nan,,None,"ABC,9",True,False,False,7700,,6100,1633608001,1633608002
CSV
    printf 'lon,lat,icao24,time\r\n181,90,abcdef,0\r\n' | seed crlf
    ;;
json-lines)
    seed lines <<'JSON'
{"now":1748719389,"alt_baro":1500,"gscp":90,"lat":36.39,"lon":-121.4,"track":280.8,"hex":"a7f426","flight":"N1","flightdict":null}
{"now":1748719393.5,"seen_pos":1.5,"alt_baro":"ground","hex":"~a7f427","flightdict":{"alt_geom":1450,"nav_modes":["vnav"]},"category":"A7"}
{"now":5,"aircraft":[{"hex":"abcdef","lat":1.5e0,"lon":2.5,"seen_pos":2},{"hex":"abcdee","seen":3,"squawk":"7600"}]}
JSON
    ;;
aircraft-json)
    seed snapshot <<'JSON'
{ "now" : 1583522089.6, "messages" : 10, "aircraft" : [
 {"hex":"000001","flight":"C GZPT  ","alt_baro":3325,"alt_geom":3200,"gs":143.9,"track":80.8,"baro_rate":64,"mlat":[],"seen":0.2},
 {"hex":"02005a","lat":29.74,"lon":-10.1,"seen_pos":9.3,"geom_rate":0,"lastPosition":{"lat":1,"lon":2}}
] }
JSON
    ;;
sbs-1)
    seed lines <<'SBS'
MSG,1,1,1,4CA2D6,1,2021/10/07,12:04:14.250,2021/10/07,12:04:14.300,ABC1427 ,,,,,,,,,,,
MSG,3,1,1,4CA2D6,1,2021/10/07,12:04:14.500,2021/10/07,12:04:14.600,,37000,,,53.02551,-2.91389,,,0,0,0,0
MSG,4,1,1,4CA2D6,1,2021/10/07,12:04:14.750,2021/10/07,12:04:14.800,,,450.0,90.0,,,-640,,,,,
STA,,1,1,4CA2D6,1,2021/10/07,12:04:16.000,2021/10/07,12:04:16.000,RM
SBS
    ;;
json-records)
    seed array <<'JSON'
[{"timestamp":1593547585000,"icao24":"3b7777","callsign":"ABC4011","altitude":2550.0,"groundspeed":null,"latitude":43.6,"longitude":4.8},
{"timestamp":"2020-06-30T20:06:26.5Z","icao24":"3b7777","onground":false,"last_position":1593547586250,"vertical_rate":-64}]
JSON
    ;;
json-columns)
    printf '{"timestamp":{"0":1573481630000,"7":1573481632000},"icao24":{"0":"440549","7":"440549"},"altitude":{"0":1550,"7":null},"latitude":{"0":47.4,"7":95},"longitude":{"0":8.5,"7":8.6},"onground":{"0":true}}' | seed table
    ;;
*)
    for other in opensky-csv json-lines aircraft-json sbs-1 json-records json-columns; do
        "$0" "$other" "$folder/.$other"
        for file in "$folder/.$other"/*; do mv "$file" "$folder/$other-${file##*/}"; done
        rmdir "$folder/.$other"
    done
    ;;
esac
