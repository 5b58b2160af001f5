/// Puts checks under one another and returns the first fault that one of them names.
@resultBuilder
enum FirstFault {
    static func buildExpression(_ fault: String?) -> String? { fault }

    static func buildBlock(_ faults: String?...) -> String? {
        for fault in faults {
            if let fault { return fault }
        }
        return nil
    }
}
