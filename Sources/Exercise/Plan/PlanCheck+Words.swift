import Accord
import Airspace
import Phraseology

extension PlanCheck {
    /// A length as Russian counts it, «3,2 морской мили».
    static func said(_ length: Length, _ form: CountCase = .nominative) -> String { length.words(form).russian }
}

extension RadioFrequency {
    /// The frequency as Russian writes it, «131,500 МГц».
    var russian: String { "\(digits.megahertz),\(digits.thousandths) МГц" }
}
