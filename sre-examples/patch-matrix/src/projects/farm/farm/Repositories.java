package farm;

import org.springframework.data.jpa.repository.JpaRepository;

interface Barns extends JpaRepository<Barn, Long> {}

interface Cows extends JpaRepository<Cow, Long> {}

interface Pigs extends JpaRepository<Pig, Long> {}
