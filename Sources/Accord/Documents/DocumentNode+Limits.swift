/// Lists and mappings of a bounded length, for documents of which the parts are compared with each other.
extension DocumentNode {
    /// The elements of a list that has at most so many; `noun` says what they are.
    public func elements(most: Int, _ noun: String) throws(DocumentFault) -> [DocumentNode] {
        if case .list(let list) = content.value { try check(list.count, most, noun) }
        return try elements()
    }

    /// Keys and values of a mapping that has at most so many.
    public func entries(most: Int, _ noun: String) throws(DocumentFault) -> [(
        key: String, line: Int, value: DocumentNode
    )] {
        if case .mapping(let members) = content.value { try check(members.count, most, noun) }
        return try entries()
    }

    /// The text of each element of a list that has at most so many; a single text counts as a list of one.
    public func texts(longest: Int = 1_000, most: Int, _ noun: String) throws(DocumentFault) -> [String] {
        if case .list(let list) = content.value { try check(list.count, most, noun) }
        return try texts(longest: longest)
    }

    private func check(_ count: Int, _ most: Int, _ noun: String) throws(DocumentFault) {
        guard count <= most else {
            throw fault(
                "there are \(count) \(noun) here: at most \(most) can be",
                "элементов здесь \(count): допустимо не больше \(most)")
        }
    }
}
